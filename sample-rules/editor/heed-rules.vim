" Vim syntax of heed's rules, heed-rules(5). Into ~/.vim/syntax/heed-rules.vim, and into ~/.vim/ftdetect/heed-rules.vim:
"   autocmd BufNewFile,BufRead */heed/rules,*/heed/rules.d/*.rules setfiletype heed-rules
if exists('b:current_syntax')
    finish
endif
syntax case ignore
syntax match heedComment /#.*/
syntax region heedText start=/"/ skip=/\\./ end=/"/ oneline
syntax match heedPattern +\%(matches\s\+\)\@<=/\%(\\.\|[^/\\]\)*/[imsx]*+
syntax match heedNumber /\<\d\+\%(\.\d\+\)\?\s*\%(%\|bytes\?\|[kKMG]i\?B\|\%(hour\|day\|week\|month\|year\)s\?\)\?/
syntax match heedArrow /->/
syntax match heedTag /\%(^\|\s\)\@<=[+-][^[:space:]>"()#,][^[:space:]"()#,]*/
syntax keyword heedLogic and or not
syntax keyword heedOperator is has matches contains
syntax keyword heedAction priority inbox later suspect keep folder weigh stop none
syntax match heedStart /^\%(always\|expect\)\>/
highlight default link heedComment Comment
highlight default link heedText String
highlight default link heedPattern Special
highlight default link heedNumber Number
highlight default link heedArrow Delimiter
highlight default link heedTag Identifier
highlight default link heedLogic Conditional
highlight default link heedOperator Operator
highlight default link heedAction Statement
highlight default link heedStart PreProc
setlocal commentstring=#\ %s
let b:current_syntax = 'heed-rules'
