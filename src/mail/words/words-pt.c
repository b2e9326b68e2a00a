/* Portuguese, of Portugal and of Brazil. */
#include "mail/words.h"

#define S PLACE_SUBJECT
#define B PLACE_BODY
#define E PLACE_EITHER

static const struct words_row rows[] = {
    { KIND_RECEIPT, S, 3,
      "confirmação de pedido | confirmação do pedido | confirmação do seu pedido | "
      "confirmação da encomenda | confirmação da sua encomenda | confirmação de encomenda | "
      "confirmação de compra | confirmação da compra | encomenda N | encomenda n N | pedido N | "
      "pedido n N | pedido confirmado | pedido ... confirmado | pedido ... recebido | pedido realizado | "
      "pedido ... realizado | pedido ... aprovado | pedido ... cancelado | encomenda confirmada | "
      "encomenda ... confirmada | encomenda ... recebida | recebemos o seu pedido | "
      "recebemos seu pedido | recebemos a sua encomenda | o seu pedido | a sua encomenda | "
      "obrigado pela sua compra | obrigado pela compra | obrigado por comprar | obrigada pela compra | "
      "obrigado pelo seu pedido | obrigado pela sua encomenda | comprovante | comprovativo | "
      "comprovante de pagamento | comprovativo de pagamento | pagamento recebido | pagamento confirmado | "
      "pagamento aprovado | pagamento ... recebido | pagamento ... confirmado | pagamento ... aprovado | "
      "pagamento efetuado | confirmação de pagamento | você pagou | você enviou | pix enviado | "
      "pix recebido | reembolso | reembolso ... aprovado | estorno | fatura recibo | fatura n | "
      "nota fiscal | nota fiscal eletrônica | recibo de | seu recibo | o seu recibo | resumo do pedido | "
      "resumo da compra" },
    { KIND_RECEIPT, S, 2,
      "seu pedido | sua compra | tua encomenda | a tua encomenda | fatura | a sua fatura | recibo | "
      "sua nota | devolução" },
    { KIND_RECEIPT, S, 1,
      "encomenda | compra | pedido | pagamento | comprou | pago" },
    { KIND_RECEIPT, B, 2,
      "número do pedido | nº do pedido | número da encomenda | n encomenda | pedido n | valor total | "
      "total do pedido | total da encomenda | valor pago | total pago | forma de pagamento | "
      "método de pagamento | meio de pagamento | obrigado pela sua compra | "
      "obrigado pela sua encomenda | recebemos o seu pagamento | recebemos seu pagamento | "
      "recebemos seu pedido | recebemos a sua encomenda | data do pedido | data da compra | "
      "data da encomenda | resumo do pedido | resumo da encomenda | código da transação | "
      "id da transação | número da fatura | itens do pedido" },
    { KIND_RECEIPT, B, 1,
      "subtotal | iva | frete | portes | endereço de entrega | morada de entrega | "
      "morada de faturação | quantidade | cartão final | preço unitário | desconto aplicado | "
      "parcelas" },

    { KIND_SHIPPING, S, 3,
      "foi enviado | foi enviada | foi despachado | foi despachada | foi expedida | foi expedido | "
      "pedido ... enviado | encomenda ... enviada | encomenda ... expedida | a caminho | "
      "está a caminho | saiu para entrega | em trânsito | foi entregue | pedido ... entregue | "
      "encomenda ... entregue | chega hoje | chega amanhã | código de rastreio | "
      "código de rastreamento | rastreamento | rastreie | acompanhe a entrega | acompanhe seu pedido | "
      "pronto para retirada | pronta para levantamento | disponível para retirada | "
      "disponível para levantamento | pronta a levantar | aguarda levantamento | tentativa de entrega | "
      "entrega agendada | pedido ... postado | objeto postado | confirmação de envio | "
      "já vai a caminho | em distribuição" },
    { KIND_SHIPPING, S, 2,
      "enviada | enviado | entregue | sua encomenda | despachado | postado | seu pacote | o seu pacote | "
      "em rota" },
    { KIND_SHIPPING, S, 1,
      "entrega | envio | transportadora | pacote | encomenda | rastreio" },
    { KIND_SHIPPING, B, 2,
      "código de rastreamento | código de rastreio | número de rastreamento | número de seguimento | "
      "número de envio | rastrear | rastreie | rastrear pedido | seguir encomenda | "
      "acompanhar a entrega | acompanhe o envio | previsão de entrega | entrega prevista | "
      "data prevista | prazo de entrega | transportadora | saiu para entrega | foi enviado | "
      "foi enviada | foi expedida | ponto de recolha | ponto de retirada | foi entregue" },

    { KIND_CODE, S, 3,
      "código de verificação | código de segurança | código de acesso | código de confirmação | "
      "código de autenticação | código de uso único | código de login | "
      "código de início de sessão | o seu código | seu código de | código N | N é o seu | "
      "N é seu | N é o código | N é o teu | senha temporária | senha provisória | redefinir | "
      "redefinição | redefina | redefinição de senha | recuperar senha | recuperação de senha | "
      "recuperar a palavra passe | esqueceu sua senha | esqueceu a sua senha | "
      "esqueceu se da palavra passe | repor ... palavra passe | reposição ... palavra passe | "
      "nova senha | link de acesso | verificação em duas etapas | autenticação de dois fatores | "
      "confirme sua identidade | token de acesso" },
    { KIND_CODE, S, 2,
      "seu código | o teu código | teu código | palavra passe" },
    { KIND_CODE, S, 1,
      "código | acesso | senha | token | segurança" },
    { KIND_CODE, B, 2,
      "código de verificação | código de segurança | código de acesso | código de confirmação | "
      "seu código | o código é | digite ... código | insira ... código | introduza ... código | "
      "use ... código | utilize ... código | expira em | válido por # minutos | válido durante | "
      "não compartilhe | não partilhe | redefinir sua senha | redefinir a senha | "
      "redefinir a palavra passe | se você não solicitou | se não solicitou | se não pediu | "
      "não fez esta solicitação" },

    { KIND_ACCOUNT, S, 3,
      "novo acesso | novo login | novo início de sessão | novo dispositivo | acesso ... dispositivo | "
      "alerta de segurança | aviso de segurança | atividade suspeita | atividade incomum | "
      "acesso suspeito | tentativa de login | tentativa de acesso | alteração de senha | "
      "senha ... alterada | senha foi alterada | palavra passe ... alterada" },
    { KIND_ACCOUNT, S, 2.5f,
      "confirme seu | confirme o seu | confirme a sua | confirme sua | confirma o teu | "
      "confirme o email | confirme o e mail | confirmação de e mail | confirmação de cadastro | "
      "confirmação de registo | confirme o registo | verifique seu | verifique o seu | verifique sua | "
      "verifique a sua | ative sua | ative a sua | ative seu | ativação da conta | ativar conta | "
      "a sua conta | conclua seu cadastro | complete seu cadastro | cadastro realizado | "
      "cadastro concluído | conta criada | conta ... criada | conta ... suspensa | conta ... bloqueada | "
      "obrigado por se cadastrar | obrigado por se registar | termos de uso | termos de serviço | "
      "termos e condições | atualizamos nossos termos | atualização ... termos | "
      "política de privacidade | pagamento recusado | pagamento não aprovado | "
      "pagamento ... não foi aprovado | pagamento ... falhou | falha no pagamento | "
      "problema com ... pagamento | problema no pagamento | atualize ... pagamento | "
      "assinatura ... renovada | assinatura será renovada | assinatura ... cancelada | "
      "assinatura ... expira | assinatura ... vence | assinatura ... renova | "
      "subscrição ... cancelada | subscrição ... renovada | subscrição ... renova | "
      "renovação automática | renovação da | renovação de | será renovada | período de teste | "
      "período experimental | teste grátis ... termina | armazenamento ... cheio | "
      "armazenamento ... esgotado | espaço de armazenamento | extrato | seu extrato | "
      "fatura disponível | fatura ... disponível | sua fatura | fatura fechada | fatura ... fechou | "
      "fatura vence | débito direto | protocolo N | chamado N | pedido de suporte" },
    { KIND_ACCOUNT, S, 2,
      "sua conta | sua assinatura | a sua assinatura | a sua subscrição | subscrição | assinatura | "
      "cadastro | seu cadastro | o seu registo | seu plano | sua solicitação | registo" },
    { KIND_ACCOUNT, S, 1,
      "conta | cadastre | registro | confirme | renovação | contrato | boleto | plano" },
    { KIND_ACCOUNT, S, 1.5f,
      "bem vindo | bem vinda | bem vindos | boas vindas | seja bem vindo | bem vindo à | bem vindo ao" },
    { KIND_ACCOUNT, S, 0.5f, "obrigado | obrigada" },
    { KIND_ACCOUNT, B, 2,
      "confirmar seu e mail | confirmar o seu e mail | confirme seu e mail | confirme o seu e mail | "
      "confirmar o endereço | confirme seu endereço | verificar seu e mail | verifique seu e mail | "
      "ativar sua conta | ativar a sua conta | ative sua conta | concluir seu cadastro | "
      "concluir o registo | sua conta foi | a sua conta foi | conta foi criada | sua assinatura | "
      "a sua subscrição | será renovada automaticamente | renovada automaticamente | "
      "próxima cobrança | nome de usuário | nome de utilizador | número de cliente | "
      "data de vencimento | novo acesso | novo login | não reconhece | se não foi você | "
      "termos de uso | armazenamento | atualize ... forma de pagamento" },

    { KIND_APPOINTMENT, S, 3,
      "confirmação de reserva | confirmação da reserva | confirmação da sua reserva | "
      "a sua reserva | reserva confirmada | reserva ... confirmada | reserva ... cancelada | reserva N | "
      "cartão de embarque | check in | faça o check in | check in disponível | bilhete eletrônico | "
      "bilhete eletrónico | os seus bilhetes | lembrete ... consulta | lembrete de consulta | "
      "consulta confirmada | consulta ... agendada | consulta ... marcada | consulta marcada | "
      "confirmação de agendamento | agendamento confirmado | agendamento ... confirmado | "
      "lembrete ... agendamento | convite para reunião | convite reunião | reunião ... agendada | "
      "marcação confirmada | confirmação de marcação | lembrete ... reserva" },
    { KIND_APPOINTMENT, S, 2,
      "sua reserva | o seu voo | a sua viagem | itinerário | agendamento | ingressos | bilhetes | "
      "sua consulta | a sua consulta | sua passagem | embarque | marcação | reunião | sua viagem | "
      "seu voo | seu bilhete | seus ingressos | seu ingresso" },
    { KIND_APPOINTMENT, S, 1,
      "viagem | voo | consulta | passagem | reserva | hospedagem | estadia | bilhete" },
    { KIND_APPOINTMENT, B, 2,
      "código de reserva | código da reserva | número da reserva | número de reserva | localizador | "
      "sua reserva | a sua reserva | sua consulta | seu voo | partida | chegada | passageiro | "
      "passageiros | embarque | número de hóspedes | número de noites | adicionar ao calendário | "
      "adicionar à agenda | assento | portão | reagendar | data e hora | dia e hora" },

    { KIND_SOCIAL, S, 3,
      "comentou | curtiu | gostou da sua | gostou do seu | mencionou você | mencionou te | "
      "marcou você | identificou te | começou a seguir | começou a seguir você | "
      "está seguindo você | segue você | seguiu você | agora segue | solicitação de amizade | "
      "pedido de amizade | # notificações | novas notificações | publicou | compartilhou | "
      "partilhou | respondeu ao seu | respondeu a | enviou uma mensagem | novo seguidor | "
      "novos seguidores | quer se conectar | convite para se conectar | pedido de ligação | "
      "visitou seu perfil | visualizou seu perfil | pessoas que talvez você conheça | "
      "# novas mensagens | reagiu a" },
    { KIND_SOCIAL, B, 1.5f,
      "sua publicação | a tua publicação | sua foto | ver perfil | ver comentário | "
      "ver publicação | ver notificações | comentou | curtiu | solicitação de amizade | "
      "pedido de amizade" },

    { KIND_NEWSLETTER, S, 2,
      "boletim | notícias | esta semana | desta semana | da semana | resumo da semana | destaques | "
      "newsletter | edição | as principais notícias" },
    { KIND_NEWSLETTER, B, 1,
      "leia mais | ler mais | saiba mais | continue lendo | nesta edição | leia a matéria | "
      "ler o artigo | boletim | newsletter" },

    { KIND_PROMOTION, S, 2,
      "desconto | descontos | oferta | ofertas | promoção | promoções | frete grátis | "
      "portes grátis | entrega grátis | envio grátis | últimas horas | última chance | "
      "última oportunidade | últimos dias | últimas unidades | só hoje | só até | somente hoje | "
      "aproveite | aproveita | liquidação | cupom | cupão | cupons | ganhe | ganha | grátis | "
      "economize | poupe | saldos | imperdível | imperdíveis | não perca | novidades | "
      "nova coleção | preços baixos | queima de estoque | com até # | até # % | presente | "
      "cashback | preço especial | só para você | exclusivo" },
    { KIND_PROMOTION, B, 1,
      "compre agora | compre já | comprar agora | aproveite | aproveite agora | usar cupom | "
      "use o cupom | use o código | frete grátis | portes grátis | desconto | oferta válida | "
      "válido até | enquanto durarem os estoques | até esgotar o stock | ver ofertas | confira | "
      "conheça | adicionar ao carrinho | saiba mais" },

    { WORD_TALK, E, 1,
      "olá | oi | abraço | abraços | obrigado | obrigada | beijos | beijinhos | cumprimentos | "
      "com os melhores cumprimentos | atenciosamente | tudo bem | me avisa | diz me | até logo | "
      "até breve | acho que | bom dia | boa tarde | um abraço | caro | cara" },
    { WORD_COMMON, B, 0,
      "o | os | da | do | não | com | uma | seu | sua | você | em | um | para | é | que | no | na | "
      "por | se | ao | mais | dos | como | foi | ou | esta | pelo | à" },
    { WORD_BULK, B, 2,
      "cancelar inscrição | cancelar a inscrição | cancele sua inscrição | cancelar a subscrição | "
      "cancelar subscrição | anular subscrição | anular a subscrição | descadastrar | descadastre se | "
      "deixar de receber | não deseja mais receber | não quer mais receber | não deseja receber | "
      "remover meu e mail" },
    { WORD_BULK, B, 1,
      "ver no navegador | veja no navegador | abrir no navegador | visualizar no navegador | "
      "ver online | versão online | este e mail foi enviado | esta mensagem foi enviada | "
      "você recebeu este | você está recebendo este | recebeu este e mail porque | "
      "gerenciar preferências | gerir preferências | preferências de e mail" },
    { WORD_URGENCY, E, 1,
      "última chance | últimas horas | imediatamente | urgente | só hoje | acaba hoje | termina hoje | "
      "acaba em | expira hoje | expira | último dia | últimos dias | últimas unidades | não perca | "
      "corra | corre | antes que acabe | último aviso | ação necessária | em # horas | vence hoje | "
      "vence amanhã" },
    { WORD_DISCOUNT, E, 1,
      "desconto | descontos | promoção | promoções | grátis | oferta | ofertas | saldos | "
      "liquidação | cupom | cupão | cashback | economize | poupe | promo" },
    { KIND_OTHER, S, 3,
      "formulário de contato | formulário de contacto | novo ticket | chamado ... aberto | "
      "mensagem de voz | correio de voz | chamada perdida | chamadas perdidas | "
      "denúncia de abuso | incidente de segurança" },
};

const struct words_block words_pt = { "pt", rows, G_N_ELEMENTS(rows) };
