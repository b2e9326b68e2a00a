/* What programs say of mail and of machines: that a letter could not be delivered, that somebody is away,
 * what a job printed. No language has them apart, since servers speak English beside their owner's. */
#include "mail/words.h"

#define S PLACE_SUBJECT
#define B PLACE_BODY

static const struct words_row rows[] = {
    { WORD_BOUNCE, S, 3,
      "undelivered mail returned | undeliverable mail | undeliverable message | undeliverable | "
      "undelivered | mail delivery failed | mail delivery failure | message delivery has failed | "
      "could not send mail | could not send message | delivery failure | mail delivery system | "
      "delivery status notification | returned mail | "
      "returning message to sender | failure notice | delivery has failed | delivery has been delayed | "
      "mail could not be delivered | delivery status | message delayed | message ... delayed | "
      "delivery delayed | delivery incomplete | mail failure | mail system error | non delivery | "
      "non deliverable | nondeliverable mail | delivery notification | mail delivery status | "
      "notice of delivery | message you sent ... blocked | message not delivered | mail not delivered | "
      "message wasn t delivered | could not be delivered | postmaster notify | mail error | "
      "email delivery failure | delivery report | failed delivery | unzustellbar | nicht zustellbar | "
      "nachricht nicht zugestellt | nicht zugestellt werden | zustellung fehlgeschlagen | "
      "zustellfehler | unzustellbare | non remis | echec de la remise | message non distribue | "
      "non distribuable | echec de remise | no se puede entregar | no entregado | "
      "no se ha podido entregar | mensaje no entregado | error de entrega | non recapitabile | "
      "mancata consegna | mancato recapito | consegna non riuscita | onbestelbaar | niet bezorgd | "
      "falha na entrega | nao entregue | nao foi entregue | nao foi possivel entregar | "
      "niedostarczona | nie dostarczono | nie mozna dostarczyc | nedorucitelne | nedoruceno | "
      "kunde inte levereras | kunne ikke leveres | teslim edilemedi | недоставленное | "
      "не доставлено | ваше сообщение не доставлено | "
      "не удалось доставить | kezbesithetetlen | μη παραδοτέο | "
      "配信不能 | 配信できません | エラーメール | 退信 | 系统退信 | "
      "无法投递 | 반송 메일 | 전송 실패" },
    { WORD_BOUNCE, B, 2,
      "could not be delivered | couldn t be delivered | could not deliver | was not delivered | "
      "wasn t delivered | unable to deliver | not able to deliver | delivery to the following | "
      "undeliverable to | did not reach the following | permanent fatal errors | permanent error | "
      "permanent failure | delivery failed | delivery has failed | failed permanently | "
      "address rejected | user unknown | unknown user | no such user | mailbox unavailable | "
      "mailbox not found | mailbox full | mailbox is full | over quota | recipient address | "
      "returned to sender | returned below | copy of your message | copy of the message | "
      "original message headers | message headers follow | mail delivery software | "
      "mail delivery system | mail system at host | technical details of | has not been delivered | "
      "has been delayed | will be retried | giving up | message you sent | failed recipient | "
      "recipient s mailbox | your message ... delivered | diagnostic code | undelivered message | "
      "not listed in | user is unknown | unknown address | konnte nicht zugestellt werden | "
      "unbekannter empfanger | n a pas pu etre remis | no se ha podido entregar | "
      "non e stato possibile consegnare | nao pode ser entregue | не было доставлено | "
      "не может быть доставлено" },
    { WORD_AWAY, S, 3,
      "out of office | out of the office | automatic reply | auto reply | autoreply | auto response | "
      "automatic response | "
      "autoresponse | automated reply | auto responder | vacation reply | vacation message | "
      "on vacation | on holiday | on leave | away from | away from my | abwesenheit | "
      "abwesenheitsnotiz | abwesenheitsbenachrichtigung | abwesend | automatische antwort | "
      "nicht im buro | im urlaub | reponse automatique | absence du bureau | absent du bureau | "
      "respuesta automatica | fuera de la oficina | fuera de oficina | risposta automatica | "
      "fuori sede | fuori ufficio | automatisch antwoord | automatische reactie | afwezig | "
      "niet op kantoor | resposta automatica | fora do escritorio | autoodpowiedz | "
      "automatyczna odpowiedz | nieobecnosc | automaticka odpoved | mimo kancelar | autosvar | "
      "franvaro | automatiskt svar | automatisk svar | fravær | otomatik yanit | ofis disinda | "
      "automatikus valasz | αυτόματη απάντηση | автоответ | "
      "автоматический ответ | автоматична відповідь | "
      "вне офиса | 自動応答 | 不在 | 自动回复 | 自動回覆 | 자동 회신 | "
      "부재중" },
    { WORD_SEEN, S, 3,
      "message recall report | message recall success | message recall failure | "
      "read receipt | return receipt | message disposition | disposition notification | "
      "lesebestatigung | empfangsbestatigung gelesen | confirmation de lecture | accuse de lecture | "
      "confirmacion de lectura | conferma di lettura | leesbevestiging | confirmacao de leitura | "
      "potwierdzenie przeczytania" },
    { WORD_MACHINE, S, 3,
      "cron root | cron ... root | anacron job | output of cron | logwatch for | logwatch | "
      "smart error | smart alert | smartd | smart failure | degraded array | degradedarray event | "
      "fail event | mdadm | zpool | zfs | backup completed | backup failed | backup successful | "
      "backup succeeded | backup report | backup job | backup result | backup status | "
      "backup finished | backup error | backup log | backup summary | unattended upgrades | apticron | "
      "security run output | daily run output | weekly run output | monthly run output | "
      "daily insecurity output | disk space | disk usage | low disk | disk full | fail2ban | rkhunter | "
      "chkrootkit | tripwire | aide report | power failure | on battery | diskstation | synology | "
      "qnap | truenas | freenas | proxmox | vzdump | monit alert | nagios | zabbix | icinga | "
      "problem service | recovery service | host down | service down | hyper backup | job failed | "
      "build failed | sicherung erfolgreich | sicherung fehlgeschlagen | datensicherung | "
      "speicherplatz | sauvegarde terminee | sauvegarde echouee | copia de seguridad" },
    { WORD_MACHINE, PLACE_LOCAL, 2,
      "root | cron | cron daemon | logwatch | smartd | mdadm | nagios | icinga | zabbix | monit | "
      "backup | backups | synology | diskstation | qnap | proxmox | logcheck | anacron | daemon | "
      "monitoring | monitor | watchdog | apcupsd | nut | fail2ban" },
    { WORD_BOUNCE, PLACE_LOCAL, 2,
      "mailer daemon | postmaster | poostmaster | mail daemon | mdaemon | maildaemon | mailerdaemon | "
      "mail delivery system | mail delivery subsystem" },
    { WORD_AWAY, B, 2,
      "out of the office | out of office | automated response | automatic response | auto reply | "
      "automatic reply | will be back | back in the office | limited access to email | "
      "this is the only notification | nicht im buro | wieder erreichbar | automatische antwort" },
    { WORD_MACHINE, S, 3,
      "output from your job | report domain | incident notification | monitor | monitoring" },
    { WORD_MACHINE, S, 3,
      "server down | server is down | is down again | is back up | server wieder erreichbar | "
      "server nicht erreichbar | serveur injoignable | servidor caido | anomaly detected | alarm triggered | "
      "運用異常 | 使用量異常 | 異常検知 | 障害発生 | 障害復旧 | сервер недоступен" },
    { WORD_COMPLAINT, PLACE_LOCAL, 2,
      "abuse | abuse report | abuse reports | abuse noreply | noreply abuse | incident report | "
      "incident reports | "
      "incident | csirt | cert | certs | cert soc | soc | ddos response | ddos | spamcop | fbl | "
      "feedbackloop | "
      "antipiracy | anti piracy | dmca | takedown | take down | copyright | infringement | "
      "cybertip | phishing | "
      "antiphishing | malware | netcraft takedown" },
    { WORD_BOUNCE, S, 3,
      "message blocked | blocked message | wiadomosc odrzucona | nie zostala dostarczona | "
      "zprava nebyla dorucena | zpravu nelze dorucit" },
    { WORD_BOUNCE, B, 2,
      "nie zostala dostarczona | nie zostal dostarczony | nie mogla zostac dostarczona | nebyla dorucena | "
      "nelze dorucit | nemohla byt dorucena | kunde inte levereras | kunne ikke leveres | "
      "kunne ikke leveras | "
      "kon niet worden bezorgd | kon niet worden afgeleverd | niet bezorgd worden | non e stato recapitato | "
      "non e stata recapitata | non e stata consegnata | impossibile recapitare | nao foi entregue | "
      "nao foi possivel entregar | no pudo ser entregado | no ha podido ser entregado | n a pas ete remis | "
      "n a pas pu etre delivre | teslim edilemedi | nem sikerult kezbesiteni | kezbesithetetlen | "
      "nem kezbesitheto | δεν παραδόθηκε | δεν ήταν δυνατή η παράδοση | не удалось доставить | "
      "не доставлено | не було доставлено | не вдалося доставити | 配信できませんでした | 配信されませんでした | "
      "無法傳遞 | 无法送达 | 無法送達 | 未能送达 | 전달하지 못했습니다 | 전달할 수 없습니다" },
    { WORD_MACHINE, PLACE_LOCAL, 2, "dmarc | dmarc support | dmarc reports | tls reporting | notifier" },
};

const struct words_block words_report = { "reports", rows, G_N_ELEMENTS(rows) };
