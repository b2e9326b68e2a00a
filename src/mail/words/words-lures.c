/* The words by which people are lured, and those of offices. Phrases, since single words occur in everybody's
 * mail; what genuine notices say as well gets few points. A weight is points: of a single word 1 at most in
 * the text and 2 elsewhere, doubled in subject and display name; five make a theme plain. */
#include "mail/lure.h"
#include "mail/words.h"

#define LURE(theme) WORD_THEME + THEME_##theme, PLACE_LURE

static const struct words_row rows[] = {
    /* English */
    { LURE(ACCOUNT), 3,
      "verify your account | verify your identity | verify your wallet | verify your information | "
      "confirm your account | confirm your identity | confirm your information | confirm your details | "
      "update your account | update your billing | account has been suspended | account is suspended | "
      "account suspended | account has been limited | account has been blocked | blocked your account | "
      "account will be closed | account will be deactivated | account has been locked | account is locked | "
      "avoid suspension | avoid deactivation | about to be suspended | unlock your | restore your account | "
      "restore access | unusual activity | unusual signin | unusual sign in | suspicious activity | "
      "unauthorized login | mailbox is full | mailbox quota | storage is full | storage full | "
      "password expires | password will expire | password is about to expire | keep same password | "
      "trusted sender | password is expiring | password has expired | "
      "keep current password | mailbox password | "
      "keep your password | recovery phrase | seed phrase | private key | wallet has been | your wallet | "
      "validate your | revalidate | re activate | reactivate your account | cloud storage | "
      "flagged for unusual | security verification required | your photos and videos | "
      "subscription has expired | antivirus subscription | protection has expired | account statement | "
      "data breach | wallet access | critical issue | your ledger | verify your | login attempt | "
      "sign in attempt | tried to log in | tried to iog | mailbox will be | pending messages | "
      "undelivered messages | incoming messages | release messages | quarantined messages | "
      "reservation will be cancelled | reservation will be canceled | reservation will be annulled | "
      "booking will be cancelled | booking will be canceled | verify your booking | "
      "shared a document | shared a file with you | review document | secure message | new voice message | "
      "voicemail | synchronization error | confirm your email to keep | complete verification" },
    { LURE(ACCOUNT), 1,
      "click here to | log in to | sign in to | iog in to | your account | security notice | "
      "security alert | security update | security team | support team | account team | user agreement | "
      "action required | verification | firmware update | expired | new device" },
    { LURE(PAYMENT), 3,
      "billing issue | payment issue | payment failed | payment declined | payment was declined | "
      "overdue invoice | outstanding invoice | wire transfer | bank transfer | swift copy | mt103 | "
      "remittance advice | payment advice | proof of payment | update payment | renewal issue | "
      "payment required | call us immediately | if you did not authorize | toll free | "
      "your card will be charged | has been charged | billing details | tax refund | refund is ready | "
      "attached invoice | bank details | new bank account | past due | are you available | gift cards for | "
      "confirm the receipt | payment confirmation | payout verification | pending payout" },
    { LURE(PAYMENT), 1,
      "invoice | payment | refund | billing | order confirmation | auto renewal | receipt" },
    { LURE(PRIZE), 3,
      "you have won | you ve won | you are a winner | you have been selected | you ve been selected | "
      "have been chosen | you ve been chosen | claim your reward | claim your prize | claim your gift | "
      "claim now | claim your | your reward | exclusive reward | gift card worth | free gift | "
      "surprise for you | a surprise for | congratulations you | free spins | no deposit | welcome bonus | "
      "casino | jackpot | deposit bonus | lucky winner | receive a reward | your prize | loyalty reward | "
      "chance to win | chance to receive | short survey | answer a few questions | giveaway | slots | "
      "your name came up | free tokens | airdrop | claim your token | 2nd attempt | surprise package | "
      "mega bonus | exclusive bonus" },
    { LURE(PRIZE), 1,
      "winner | take the survey | finalist | reward | rewards | prize | bonus | congratulations | "
      "congrats | gift | spins | voucher" },
    { LURE(FORTUNE), 3,
      "next of kin | inheritance | beneficiary | barrister | late husband | late client | unclaimed fund | "
      "compensation fund | million dollars | million euros | million united states | donate to you | "
      "donated to you | donation to you | my donation | has donated | sum of | investment proposal | "
      "business proposal | investment proposition | atm card | consignment | diplomatic | united nations | "
      "contact me for more | god bless you | dear beloved | dearest one | cloud mining | mining service | "
      "earn btc | get btc | bitcoin from | token presale | coin presale | join the presale | "
      "presale progress | humanitarian grant | grant has been issued | digital assets from | "
      "withdrawals are now available | work with cryptocurrency | first payment within | "
      "make money | # mio | part time job | double your | your fund | your funds | staking your | "
      "staking rewards | xrp tokens | free bitcoin | bitcoin payout | "
      "earned # | # btc | eth giveaway | passive income | from bitcoin | investment fund | scam victim | "
      "i am writing to you | this message might | trust fund | my name is mrs | am mrs | mutual benefit | "
      "dormant fund | dormant account | transfer into your account | your full names | reply for more | "
      "a gift for you reply | waiting for your email | "
      "cashback reward | loan offer | i have a proposal | orphanage | wealthy | foreign partner" },
    { LURE(FORTUNE), 1,
      "milhoes | millones | millionen | cancer | widow | charity | confidential | withdrawal | querido | "
      "a donation of | am mr | donation | fund | funds | bitcoin | btc | crypto | tokens | token | usdt | "
      "xrp | investment | million | earn" },
    { LURE(PARCEL), 3,
      "package is pending | pending delivery | package could not | could not be delivered | "
      "unable to deliver | delivery failed | failed delivery | delivery attempt | redelivery | "
      "customs fee | customs duty | shipping fee | item being held | package is held | package on hold | "
      "parcel is waiting | schedule your delivery | abandoned package | package is ready | "
      "your parcel has | package is waiting | confirm your delivery address | "
      "confirm your shipping address | update your delivery" },
    { LURE(PARCEL), 1, /* whoever opens an account confirms an address, too */
      "parcel | package | delivery | shipment | confirm your address" },
    { LURE(THREAT), 3,
      "i hacked | been hacked | hacked your | i recorded | recorded you | your webcam | adult sites | "
      "pornographic | masturbat | masturbating | my bitcoin | bitcoin wallet address | "
      "i have access to your | trojan | infected with | viruses detected | will be deleted | "
      "be permanently deleted | copyright infringement | violates our | policy violation | "
      "community standards | submit an appeal | arrest warrant | final notice | final warning | "
      "last warning | your own safety | suspended permanently" },
    { LURE(DATING), 3,
      "looking for a lover | ukrainian women | ukrainian girl | russian women | russian beauties | "
      "hot girls | naked | singles in your area | local singles | adult dating | sex dating | "
      "chat request | meet women | sexy | wants to meet you | real life people | perfect match | dating | "
      "horny | hardcore | porn | porno | xxx | nude | milf | milfs | erotic | "
      "i like you very much | chat with me | sex | get acquainted | nice man | "
      "let s talk | let s try to speak | wish to meet" },
    { LURE(CURE), 3,
      "weight loss | lose weight | keto | fatty liver | blood sugar | erectile | erection | boners | cbd | "
      "hemp | viagra | cialis | dark spots | wrinkle | belly fat | neuropathy | prostate | glp | "
      "nerve support | tinnitus | gummies | enlarge | life line screening | health screening | "
      "fat burning | burn fat | toenail fungus | nail fungus | joint relief | male enhancement | "
      "sexual performance | restore your vision | reverse diabetes | "
      "pain relief | doctors hate | pharmacy | weightloss | snoring | hearing aid | pillow" },
    { LURE(OFFER), 3,
      "home warranty | auto warranty | car insurance | home insurance | homeowners insurance | "
      "life insurance | walk in tub | replacement windows | solar panels | personal loan | personal loans | "
      "tax relief | debt relief | get a quote | free quote | auto protection | car shield | carshield | "
      "canvas prints | tax burden | title lock | unlimited movies | iptv | hdtv | affordable coverage | "
      "no upfront cost | money back guarantee | seo services | web design services | first page of google | "
      "roofing | background check | "
      "find anyone | limited stock | no obligation | student loan debt | loan forgiveness" },
    { LURE(OFFER), 1,
      "medicare | warranty | insurance | quote | save big | coverage | limited time | device | affordable" },
    { LURE(HURRY), 2,
      "urgent | immediately | within # hours | in # hours | expires today | expiring soon | act now | "
      "act fast | hurry | last chance | final reminder | final attempt | last attempt | don t miss out | "
      "before it s too late | as soon as possible | limited offer | urgent notice | important notice | "
      "important update | respond now | your attention | get back to us | please get back" },
    /* German */
    { LURE(ACCOUNT), 3,
      "konto bestatigen | konto verifizieren | konto gesperrt | konto wurde gesperrt | "
      "konto eingeschrankt | bestatigen sie ihre | verifizieren sie | daten bestatigen | "
      "daten aktualisieren | ungewohnliche aktivitat | speicher ist voll | speicher ist belegt | "
      "gesamte speicher | abonnement ist abgelaufen | abgelaufen | abo lauft ab | abonnement verlangern | "
      "zugang gesperrt | passwort lauft | sicherheitsuberprufung | pushtan | photo tan | tan verfahren | "
      "uberprufen sie jetzt | cloud speicher | loschung bedroht | jetzt verlangern | schutz ist" },
    { LURE(PAYMENT), 3,
      "zahlung fehlgeschlagen | zahlung abgelehnt | offene rechnung | ruckerstattung | mahnung | inkasso | "
      "zahlungsbestatigung | letzte mahnung | uberfallige | ihre auszahlung | auszahlung" },
    { LURE(PRIZE), 3,
      "sie haben gewonnen | herzlichen gluckwunsch | gluckwunsch | gewinnen sie | gewinne jetzt | "
      "gewinner | finalisten | wurden ausgewahlt | freispiele | willkommensbonus | ohne einzahlung | "
      "keine einzahlung | gutschein im wert | gutschein gewinnen | exklusive belohnung | belohnung | "
      "umfrage | uberraschung | kostenloses | kostenlose | spielautomaten | produkttester | "
      "wir gratulieren | einkaufsgutschein | jetzt teilnehmen | gewinn von | werden sie reich | "
      "uberraschungspaket" },
    { LURE(PRIZE), 1,
      "gutschein | gratis | gewinnen | geschenk | gewinn" },
    { LURE(FORTUNE), 3,
      "erbschaft | begunstigter | spende von | millionen euro | spenden | mein name ist | "
      "bitcoin auszahlung | millionen dollar | gespendet | verstorbener mann | nebenjob | geld verdienen | "
      "kredit ohne | investition" },
    { LURE(PARCEL), 3,
      "paket wartet | paketzustellung | zustellung des pakets | paket konnte nicht | zollgebuhr | "
      "zollgebuhren | sendung wartet | versandgebuhr | ihr paket | konnte nicht zugestellt" },
    { LURE(DATING), 3,
      "nackte frauen | geile | reife frauen | reifefrauen | ukrainisches madchen | sexkontakte | "
      "frauen in deiner nahe | partnersuche | intim | sexpartner" },
    { LURE(CURE), 3,
      "gewichtsverlust | abnehmen | wunschgewicht | kilo in | nackenschmerzen | schmerzfrei | potenz | "
      "schlaflosung | medicare kit | kg in | rabatt lernen | revolutionaren gerat | fettverbrennung" },
    { LURE(OFFER), 2,
      "letzter preis | nur heute | krankenversicherung | solaranlage | warmepumpe | rabatt lauft | "
      "feuerdecke | sonderpreise | sonderrabatt | streamen sie | zahnzusatzversicherung" },
    { LURE(HURRY), 2,
      "dringend | sofort | letzte chance | letzte mitteilung | letzte erinnerung | letzte warnung | "
      "beeilen sie sich | endet heute | endet bald | handeln sie | innerhalb von # stunden | warnung | "
      "bevor es zu spat" },
    /* Portuguese */
    { LURE(ACCOUNT), 3,
      "atualize sua conta | atualize seu | confirme seus dados | confirme sua | verifique sua conta | "
      "verifique o acesso | desbloqueie | conta bloqueada | temporariamente bloqueado | bloqueado | "
      "acesso suspenso | seu cadastro | atualizacao cadastral | internet banking | "
      "acesso a sua conta | autenticacao de duas | dispositivo | regularize | regularizacao | "
      "atualizar cadastro | sua conta sera | senha | bloqueio do seu" },
    { LURE(PAYMENT), 3,
      "fatura em aberto | boleto | divida | pendencia | pendencia de pagamento | taxa obrigatoria | "
      "nota fiscal | transacao pendente | compra aprovada | pix | emprestimo aprovado | segunda via | "
      "seu nome sera negativado | multa | restituicao | inconsistencia" },
    { LURE(PRIZE), 3,
      "voce ganhou | seus pontos | resgate agora | resgate | saldo disponivel | pontos expirando | "
      "expirando em breve | expiram em breve | pontos expiram | valores disponiveis | "
      "seu convite | cartao black | "
      "voce foi selecionado | premio | recompensas | recompensa | pontos livelo | troque os seus pontos | "
      "milhas" },
    { LURE(FORTUNE), 3,
      "heranca | doacao | beneficiario | emprego | renda extra | ganhe dinheiro | consignado | "
      "oportunidade de negocio | parceiro brasileiro | milhoes de dolares | "
      "milhoes de euros | falecido marido | meu falecido | caridade | "
      "entre em contato comigo" },
    { LURE(PARCEL), 3,
      "encomenda retida | pedido retido | pedido esta retido | pedido esta aguardando | mercadoria retida | "
      "encomenda foi | fiscalizacao aduaneira | fiscalizacao alfandegaria | taxa de importacao | "
      "alfandega | objeto retido | taxa de recolhimento | devolvida ao remetente | pedidos aguardando | "
      "sua encomenda" },
    { LURE(THREAT), 3,
      "suspensao da cnh | sua cnh | processo de suspensao | multa de transito | pedagio | cpf | "
      "acao judicial | intimacao | protesto | processo judicial" },
    { LURE(OFFER), 3,
      "plano de saude | planos de saude | tabela promocional | plano saude | seguro auto | emprestimo | "
      "reduza os custos" },
    { LURE(HURRY), 2,
      "urgente | imediatamente | ultimo aviso | ultima chance | aviso importante | protocolo | "
      "notificacao de urgencia | prazo final | evite | em risco | acao necessaria | prioritario | ate hoje" },
    /* Spanish */
    { LURE(ACCOUNT), 3,
      "verifique su cuenta | verifica tu cuenta | confirme su identidad | actualice sus datos | "
      "actualiza tus datos | cuenta bloqueada | cuenta suspendida | cuenta ha sido | su cuenta sera | "
      "actividad inusual | acceso no autorizado | clave de acceso | banca en linea | "
      "dispositivo no reconocido" },
    { LURE(PAYMENT), 3,
      "factura pendiente | facturas por pagar | pago rechazado | reembolso | pago pendiente | "
      "notificacion oficial | comprobante de pago | deuda pendiente" },
    { LURE(PRIZE), 3,
      "ha ganado | has ganado | felicidades | una sorpresa | tarjeta regalo | ganador | "
      "ha sido seleccionado | giros gratis | encuesta" },
    { LURE(FORTUNE), 3,
      "herencia | donacion | millones de dolares | millones de euros | difunto esposo | obras de caridad | "
      "estimado amigo | fondos | criptomonedas" },
    { LURE(PARCEL), 3,
      "su paquete | tu paquete | del paquete | paquete esta | aduana | no se pudo entregar | "
      "gastos de envio | se ha retrasado | envio retenido" },
    { LURE(HURRY), 2,
      "inmediatamente | respuesta crucial | ultima oportunidad | en # horas | urgencia" },
    /* French */
    { LURE(ACCOUNT), 3,
      "verifiez votre compte | confirmez votre | mettre a jour vos | compte suspendu | compte bloque | "
      "compte a ete | activite inhabituelle | carte vitale | votre protection | votre compte sera | "
      "renouvelez | votre espace client | vos informations | certicode | carte bancaire" },
    { LURE(PAYMENT), 3,
      "facture impayee | paiement refuse | remboursement | amende | votre solde | a ete debite | "
      "prelevement | contravention" },
    { LURE(PRIZE), 3,
      "vous avez gagne | felicitations | votre cadeau | bon d achat | tours gratuits | gagnant | "
      "une surprise | cadeau gratuit | sans depot | recevez votre | repondez au | sondage | recompense | "
      "carte cadeau" },
    { LURE(FORTUNE), 3,
      "heritage | don de | defunt mari | legs | beneficiaire | millions d euros | investissement | "
      "aide pompe a chaleur | eligibilite | cheques vacances | heures disponibles" },
    { LURE(PARCEL), 3,
      "votre colis | colis en attente | expedition en attente | frais de livraison | frais de douane | "
      "n a pas pu etre livre | livraison a echoue" },
    { LURE(DATING), 3,
      "fille ukrainienne | beautes ukrainiennes | rencontrer des | rencontres | celibataires" },
    { LURE(HURRY), 2,
      "immediatement | derniere chance | dernier rappel | expire aujourd hui | plus que quelques heures | "
      "expirent bientot | sous # heures" },
    /* Dutch */
    { LURE(ACCOUNT), 3,
      "bevestig uw | verifieer uw | account geblokkeerd | uw rekening | bankpas | opslag is vol | "
      "bevestig je" },
    { LURE(PRIZE), 3,
      "u heeft gewonnen | gefeliciteerd | geselecteerd | cadeaukaart | cadeaukaarten | gratis spins | "
      "geen storting | ontdek je prijs | claim je | cadeau staat | gratis noodpakket | verloten | win een | "
      "doe mee" },
    { LURE(PARCEL), 3,
      "je bestelling | uw pakket | pakket in afwachting | nieuwe trackingmelding | "
      "bevestiging van verzending | bevestiging nodig | uw bestelling | een pakket" },
    { LURE(DATING), 3,
      "neuk | meiden seks | sexy profielen | daten met | waarom reageer je | nu in contact | "
      "bij jou in de buurt | neem contact op met singles | te ontmoeten | je volwassen bent | ze is single | "
      "ervaren vrouw | geheime liefde | zin in iets spannends | eenzame vrouwen | leuke man | zoek een man | "
      "ondeugende man | passionele vrouw | mij daten | klik met mij | persoonlijke match | soms eenzaam" },
    { LURE(OFFER), 3,
      "thuisbatterij | energietarief | energietarieven | zonder investering | zonnepanelen | noodpakket" },
    { LURE(HURRY), 2,
      "laatste kans | dringt | actie aanbevolen | tijdelijke kans | binnen # uur" },
    /* Italian */
    { LURE(ACCOUNT), 3,
      "verifica il tuo account | conto bloccato | aggiorna i tuoi dati | account sospeso" },
    { LURE(PARCEL), 3,
      "consegna non andata | in giacenza | il tuo pacco | il suo pacco | spedizione in attesa" },
    { LURE(PRIZE), 3,
      "hai vinto | buono regalo | congratulazioni | complimenti hai" },
    /* Several */
    { LURE(ACCOUNT), 3,
      "verifica la tua identita | conferma la tua identita | conferma i tuoi dati | accesso sospeso | "
      "il tuo conto | il suo conto | account verra | accesso non autorizzato | accesso anomalo | "
      "casella piena | aggiornare i dati | password in scadenza | carta bloccata | utenza sospesa | "
      "potwierdź swoje dane | potwierdź dane | zweryfikuj konto | zweryfikuj swoje | konto zostało | "
      "konto zablokowane | zablokowane konto | dostęp zablokowany | podejrzana aktywność | "
      "skrzynka jest pełna | hasło wygasa | zaktualizuj dane | uw account | uw bankpas | "
      "account is geblokkeerd | wachtwoord verloopt | mailbox is vol | verifieer je | bevestig je account | "
      "account wordt | boîte est pleine | messagerie est pleine | mot de passe expire | accès suspendu | "
      "verifiez vos | mettez a jour vos | buzón está lleno | contraseña expira | contraseña caduca | "
      "acceso suspendido | verifique sus datos | tarjeta bloqueada | tarjeta ha sido | "
      "zertifikat lauft | lauft in kurze ab | "
      "postfach ist voll | passwort lauft ab | karte gesperrt | karte wurde gesperrt" },
    { LURE(PAYMENT), 3,
      "fattura scaduta | pagamento rifiutato | pagamento non riuscito | rimborso in attesa | "
      "rimborso disponibile | addebito non | faktura zaległa | zaległa płatność | niedopłata | "
      "zwrot podatku | zwrot środków | dopłata do | płatność odrzucona | openstaande factuur | "
      "betaling mislukt | terugbetaling | belastingteruggave | laatste aanmaning | pago fallido | "
      "devolución de impuestos | multa pendiente | recibo devuelto | paiement échoué | "
      "remboursement en attente | steuererstattung | steuerruckerstattung | offener betrag" },
    { LURE(CURE), 3,
      "hair loss | joint pain | back pain | knee pain | foot pain | nerve pain | memory loss | "
      "perte de poids | perdre du poids | maigrir | douleurs articulaires | chute de cheveux | "
      "bajar de peso | perder peso | adelgazar | emagrecer | emagrecimento | dimagrire | "
      "perdere peso | afvallen | gewrichtspijn | voetpijn | haaruitval | schudnij | odchudzanie | "
      "gelenkschmerzen | ruckenschmerzen | knieschmerzen | fußschmerzen | haarausfall | bauchfett" },
    { LURE(FORTUNE), 3,
      "giving away | crypto giveaway | cryptocurrencies | virtual assets | withdrawal address | "
      "withdrawal error | score released | balance released | elon musk | trading bot | trading robot | "
      "financial freedom | guadagnare | guadagni | investimento | criptovalute | zarabiaj | kryptowaluty | "
      "gagner de l argent | cryptomonnaies | ganar dinero | gana dinero | geld verdienen met | "
      "kryptowahrungen | finanzielle freiheit" },
    { LURE(OFFER), 3,
      "reverse mortgage | final expense | auto quote | cheap car insurance | mutuelle santé | "
      "pompe a chaleur | panneaux solaires | paneles solares | pannelli solari | panele słoneczne | "
      "fotowoltaika | fotovoltaico | photovoltaik | treppenlift | traplift | monte escalier | "
      "montascale | horgerate | hoortoestel | audifonos | appareils auditifs | sterbegeld | "
      "kozijnen | raamkozijnen | subsidie voor" },
    { LURE(DATING), 3,
      "russische vrouwen | oekraiense vrouwen | oekraiense dames | russische dames | droomvrouw | "
      "eenzame vrouwen | met jou chatten | met je chatten | hete meiden | sekscontact | seksdate | "
      "russische frauen | ukrainische frauen | einsame frauen | traumfrau | single frauen | sextreffen | "
      "femmes russes | femmes ukrainiennes | femmes célibataires | rencontre coquine | "
      "rencontres coquines | "
      "plan cul | mujeres rusas | mujeres ucranianas | mujeres solteras | citas sexuales | donne russe | "
      "donne ucraine | incontri piccanti | mulheres russas | mulheres solteiras | encontro casual | "
      "single girl | single girls | single women | single ladies | european girl | european girls | "
      "spannende afspraak | geheime match | vreemd gaan | liefdesverhaal | slavische vrouwen | "
      "flirten | sexflirt | spannend avontuur | asian women | asian ladies | slavic girls | slavic women | "
      "lonely women | casual encounter" },
    { LURE(CURE), 3,
      "orgasm | orgasme | orgasmen | orgasmes | orgasmos | blauwe pil | blaue pille | pilule bleue | "
      "pastilla azul | erectie | erektion | érection | erección | erezione | ereção | potenzmittel" },
    { LURE(OFFER), 3,
      "thuisbatterij | kunststof kozijnen | hearing device | hearing devices | window purchase | "
      "energierekening | woningisolatie | energiekosten | plano de saúde | planos de saúde | "
      "assurance vie | complémentaire santé | votre mutuelle | résiliation infra | "
      "zahnzusatzversicherung | "
      "seguro de vida | seguro de salud | assicurazione auto | compare rates | insurance quotes" },
    { LURE(FORTUNE), 3,
      "investissez dans | rendement exceptionnel | rendement garanti | rentabilidad garantizada | "
      "free mint | airdrop | loot box | claim your tokens | token presale | free tokens | "
      "token redistribution | valores a receber | valor a receber | saldo foi liberado | restituição | "
      "withdraw your | been replenished | are now rich | saldo liberado" },
    { LURE(ACCOUNT), 3,
      "wallet has not | kyc verification | "
      "ethereum wallet | suspicious activities | aml compliance | compliance standards | "
      "compliance framework | confirm your acceptance | update payment details" },
    { LURE(THREAT), 3, "será negativado | será protestado | enviado para protesto | título protestado" },
    /* Offices */
    { WORD_OFFICE, PLACE_LURE, 0,
      "support | team | service | services | security | bank | customer | account | accounts | department | "
      "official | notification | notice | alert | alerts | reward | rewards | billing | helpdesk | admin | "
      "administrator | office | kundenservice | kundendienst | sicherheit | atendimento | suporte | "
      "servico | soporte | servicio | seguridad | banco | banque | assistance | securite | winner | "
      "gewinner | casino | promotions | surveys | foundation | inc | llc | gmbh | delivery | payment | "
      "verification | update | protocolo | setor | news | klantenservice | bonus | wallet | id | storage | "
      "notificacao | notificaciones | liberacao | cobranca | fatura | aviso | avviso | notifica | "
      "assistenza | "
      "servizio | sicurezza | benachrichtigung | mitteilung | buchhaltung | zahlung | rechnung | konto | "
      "powiadomienie | obsługa | bezpieczeństwo | beveiliging | melding | facturation | livraison | "
      "entrega | pagamento | pagos | consegna | dostawa | levering | zustellung | "
      "confirmation | gutschein | pharmacy | finance | loans | lottery" },
};

const struct words_block words_lures = { "", rows, G_N_ELEMENTS(rows) };
