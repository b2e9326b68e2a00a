;;; heed-rules-mode.el --- heed's rules, heed-rules(5)  -*- lexical-binding: t -*-

;; (require 'heed-rules-mode) is enough; M-x compile runs heed check on the file.

;;; Code:

(defvar heed-rules-font-lock-keywords
  '(("^\\(always\\|expect\\)\\>" . font-lock-preprocessor-face)
    ("\\<matches[ \t]+\\(/\\(?:\\\\.\\|[^/\\\n]\\)*/[imsx]*\\)" 1 font-lock-regexp-face)
    ("->" . font-lock-builtin-face)
    ("\\(?:^\\|[ \t]\\)\\([+-][^ \t\n>\"()#,][^ \t\n\"()#,]*\\)" 1 font-lock-variable-name-face)
    ("\\<\\(and\\|or\\|not\\)\\>" . font-lock-keyword-face)
    ("\\<\\(is\\|has\\|matches\\|contains\\)\\>" . font-lock-builtin-face)
    ("\\<\\(priority\\|inbox\\|later\\|suspect\\|keep\\|folder\\|weigh\\|stop\\|none\\)\\>" . font-lock-function-name-face)
    ("\\<[0-9]+\\(?:\\.[0-9]+\\)?\\>" . font-lock-constant-face))
  "What is shown how.")

(unless (facep 'font-lock-regexp-face)  ; before Emacs 29
  (defvar font-lock-regexp-face 'font-lock-string-face))

(defvar heed-rules-mode-syntax-table
  (let ((table (make-syntax-table)))
    (modify-syntax-entry ?# "<" table)
    (modify-syntax-entry ?\n ">" table)
    (modify-syntax-entry ?\" "\"" table)
    table))

;;;###autoload
(define-derived-mode heed-rules-mode prog-mode "heed rules"
  "Editing the rules of heed."
  (setq-local comment-start "# ")
  (setq-local font-lock-defaults '(heed-rules-font-lock-keywords nil t))
  (setq-local compile-command
              (concat "heed check " (shell-quote-argument (or buffer-file-name "")))))

;;;###autoload
(add-to-list 'auto-mode-alist '("/heed/\\(?:rules\\|rules\\.d/[^/]*\\.rules\\)\\'" . heed-rules-mode))

(provide 'heed-rules-mode)
;;; heed-rules-mode.el ends here
