/* Spanish. */
#include "mail/words.h"

#define S PLACE_SUBJECT
#define B PLACE_BODY
#define E PLACE_EITHER

static const struct words_row rows[] = {
    { KIND_RECEIPT, S, 3,
      "confirmación de pedido | confirmación de tu pedido | confirmación de su pedido | "
      "confirmación del pedido | confirmación de compra | confirmación de tu compra | "
      "pedido N | pedido n | pedido nº | pedido número | pedido confirmado | "
      "pedido ... confirmado | pedido recibido | pedido ... recibido | pedido realizado | "
      "hemos recibido tu pedido | hemos recibido su pedido | gracias por tu pedido | "
      "gracias por su pedido | gracias por tu compra | gracias por su compra | resumen de tu | "
      "resumen de compra | resumen del pedido | factura N | factura n | recibo de | recibo N | "
      "comprobante | pago recibido | pago ... recibido | confirmación de pago | "
      "confirmación de tu pago | pago confirmado | pago ... realizado | pago realizado | "
      "has pagado | ha pagado | reembolso | devolución | pedido cancelado | "
      "pedido ... cancelado | cancelación de tu pedido | compra N" },
    { KIND_RECEIPT, S, 2,
      "tu pedido | su pedido | tu compra | su compra | tu factura | su factura | factura | "
      "tu recibo | su recibo | tu pago | su pago | tu devolución" },
    { KIND_RECEIPT, S, 1,
      "pedido | compra | compraste | pago | pagado | recibo | reembolso | has comprado" },
    { KIND_RECEIPT, B, 2,
      "gracias por tu pedido | gracias por su pedido | gracias por tu compra | "
      "gracias por su compra | número de pedido | nº de pedido | n de pedido | pedido N | "
      "pedido n | fecha del pedido | fecha de compra | resumen del pedido | importe total | "
      "total pagado | total a pagar | importe pagado | subtotal | forma de pago | "
      "método de pago | medio de pago | dirección de facturación | número de factura | "
      "tu pago | hemos recibido tu pedido | hemos recibido su pedido | "
      "hemos recibido tu pago | reembolsado | número de orden" },
    { KIND_RECEIPT, B, 1,
      "total | iva | cantidad | precio unitario | gastos de envío | dirección de envío | "
      "dirección de entrega | artículos" },
    { KIND_SHIPPING, S, 3,
      "ha sido enviado | se ha enviado | hemos enviado | pedido ... enviado | está en camino | "
      "en reparto | salió para entrega | envío N | paquete N | entrega hoy | será entregado | "
      "llega hoy | llega mañana | llegará hoy | llegará mañana | ha sido entregado | "
      "se ha entregado | confirmación de envío | aviso de envío | seguimiento de | "
      "sigue tu pedido | sigue tu envío | número de seguimiento | rastrea tu | "
      "listo para recoger | listo para recogerlo | punto de recogida | intento de entrega | "
      "entrega fallida | retraso en la entrega | enviamos tu | despachado | va en camino" },
    { KIND_SHIPPING, S, 2,
      "enviado | en camino | tu paquete | su paquete | tu envío | su envío | tu entrega | "
      "entregado" },
    { KIND_SHIPPING, S, 1,
      "envío | entrega | entregará | paquete | llega | camino | de camino | seguimiento" },
    { KIND_SHIPPING, B, 2,
      "número de seguimiento | código de seguimiento | número de guía | número de rastreo | "
      "seguir mi pedido | seguir envío | seguimiento del envío | seguimiento de tu | "
      "rastrear | ha sido enviado | se ha enviado | está en camino | fecha de entrega | "
      "entrega estimada | fecha estimada de entrega | entrega prevista | transportista | "
      "empresa de transporte | tu paquete | punto de recogida | en reparto | correos | seur | "
      "mrw" },
    { KIND_CODE, S, 3,
      "código de verificación | código de seguridad | código de acceso | código de confirmación | "
      "código de código de autenticación | código de activación | "
      "código de un solo uso | contraseña de un solo uso | contraseña temporal | clave temporal | "
      "clave dinámica | código N | N es tu | N es su | restablecer | "
      "restablece | restablecimiento | contraseña olvidada | olvidaste tu contraseña | "
      "has olvidado | cambio de contraseña | nueva contraseña | enlace de acceso | "
      "enlace para iniciar sesión | verifica tu identidad | verificación en dos pasos | "
      "recupera tu contraseña | recuperar contraseña" },
    { KIND_CODE, S, 2,
      "tu código | su código" },
    { KIND_CODE, S, 1,
      "código | contraseña | clave | acceso | seguridad | identidad | inicio de sesión" },
    { KIND_CODE, B, 2,
      "código de verificación | código de seguridad | código de acceso | código de confirmación | "
      "código de un solo uso | tu código | su código | código es | introduce ... código | "
      "ingresa ... código | utiliza ... código | usa este código | caduca en | expira en | "
      "vence en | válido durante | válido por | no lo compartas | no compartas | no comparta | "
      "restablecer tu contraseña | restablecer su contraseña | restablecer | si no has sido tú | "
      "si no fuiste tú | no has solicitado | no solicitaste | no ha solicitado" },
    { KIND_ACCOUNT, S, 3,
      "nuevo inicio de sesión | inicio de sesión ... dispositivo | nuevo dispositivo | "
      "intento de inicio | acceso inusual | actividad inusual | actividad sospechosa | "
      "alerta de seguridad | aviso de seguridad | contraseña ... cambiada | "
      "contraseña ... modificada | contraseña ... cambiado" },
    { KIND_ACCOUNT, S, 2.5f,
      "confirma tu | confirme su | confirmar tu | por favor confirma | confirma la | "
      "confirmación de tu cuenta | confirmación de registro | confirmación de tu correo | "
      "verifica tu correo | verifica tu cuenta | verifica tu email | verifica tu dirección | "
      "verifica tu e mail | verifique su | verificación de correo | verificación de cuenta | "
      "activa tu cuenta | activación de cuenta | active su cuenta | completa tu registro | "
      "gracias por registrarte | gracias por registrarse | cuenta creada | cuenta ... creada | "
      "cuenta ... suspendida | cuenta ... bloqueada | tus datos de acceso | "
      "términos y condiciones | condiciones de uso | condiciones del servicio | "
      "política de privacidad | extracto | estado de cuenta | recibo domiciliado | renovación | "
      "renovación de | se renovará | período de prueba | periodo de prueba | pago rechazado | "
      "pago fallido | problema con tu pago | vencimiento | solicitud N | solicitud recibida | "
      "baja de tu | cambios en | se renueva | se renovará el | suscripción ... renueva | "
      "suscripción ... renovada | suscripción ... cancelada | suscripción ... caduca | "
      "suscripción ... vence | suscripción ... finaliza | suscripción ha sido | "
      "cancelación de tu suscripción | renovación automática | tu próxima caja | próxima caja | "
      "próximo cargo | próximo cobro | almacenamiento lleno | almacenamiento está lleno | "
      "almacenamiento ... lleno | espacio de almacenamiento | sin espacio | "
      "actualizamos nuestros | actualización de ... términos | actualización de ... condiciones | "
      "nuevos términos | nuevas condiciones | pago no se ha podido | pago ... rechazado | "
      "pago ... fallado | no hemos podido procesar | no pudimos procesar | no se pudo procesar | "
      "no hemos podido cobrar | tarjeta ... rechazada | tarjeta ... caduca | tarjeta ... vence | "
      "último paso | un paso más | prueba ... termina | "
      "prueba gratuita ... termina | prueba gratis ... termina | cuenta ... eliminada | "
      "cuenta ... cerrada | cuenta será" },
    { KIND_ACCOUNT, S, 2,
      "tu registro | tu cuenta | su cuenta | tu suscripción | su suscripción | suscripción | "
      "tu membresía | tu contrato | tu solicitud" },
    { KIND_ACCOUNT, S, 1,
      "cuenta | registro | contrato | confirma | confirmar | activa | activar | socio" },
    { KIND_ACCOUNT, S, 1.5f,
      "bienvenido a | bienvenida a | bienvenidos a | te damos la bienvenida | bienvenido | "
      "bienvenida" },
    { KIND_ACCOUNT, S, 0.5f, "gracias | muchas gracias" },
    { KIND_ACCOUNT, B, 2,
      "confirmar tu correo | confirma tu correo | confirmar tu dirección | confirma tu dirección | "
      "confirmar su correo | verificar tu correo | verifica tu correo | verificar tu cuenta | "
      "activar tu cuenta | activa tu cuenta | completar tu registro | completar el registro | "
      "terminar de crear | crear tu cuenta | gracias por registrarte | tu cuenta ha sido | "
      "tu cuenta ya | tu usuario | nombre de usuario | número de cliente | "
      "se renovará automáticamente | tu suscripción | términos y condiciones | "
      "nuevo inicio de sesión | nuevo dispositivo | si no has sido tú | si no fuiste tú | "
      "se renovará el | próximo cargo | próximo cobro | ha sido cancelada | fue cancelada | "
      "almacenamiento | actualiza tu método de pago | actualiza tu forma de pago | "
      "actualizar tu método de pago | próxima caja" },
    { KIND_ACCOUNT, B, 1,
      "tu plan | tu suscripción | de # gb | otra tarjeta | otro método de pago | entran en vigor | "
      "entrarán en vigor | se te cobrará | te cobraremos | se cobrará | finalizará el | "
      "reactivar | has sido tú | fuiste tú" },
    { KIND_APPOINTMENT, S, 3,
      "confirmación de reserva | confirmación de tu reserva | confirmación de su reserva | "
      "reserva confirmada | reserva ... confirmada | reserva N | recordatorio de cita | "
      "recordatorio de tu cita | confirmación de cita | cita confirmada | cita médica | "
      "tarjeta de embarque | check in | facturación online | invitación a la reunión | "
      "recordatorio ... reunión | billete electrónico" },
    { KIND_APPOINTMENT, S, 2,
      "tu reserva | su reserva | tu cita | su cita | tu viaje | su viaje | tu vuelo | "
      "su vuelo | tu billete | tus billetes | tus entradas | itinerario | tu estancia | "
      "su estancia | reunión" },
    { KIND_APPOINTMENT, S, 1,
      "reserva | viaje | vuelo | billete | entradas | cita | estancia" },
    { KIND_APPOINTMENT, B, 2,
      "número de reserva | código de reserva | localizador | tu reserva | su reserva | "
      "tu cita | su cita | salida | llegada | pasajero | pasajeros | embarque | "
      "número de personas | número de noches | tu vuelo | añadir al calendario | "
      "agregar al calendario" },
    { KIND_SOCIAL, S, 3,
      "le gustó tu | comentó | ha comentado | comentó tu | le gusta tu | le ha gustado tu | "
      "te mencionó | te ha mencionado | te etiquetó | te ha etiquetado | te sigue | "
      "ahora te sigue | ha empezado a seguirte | comenzó a seguirte | nuevo seguidor | "
      "nuevos seguidores | solicitud de amistad | quiere conectar | invitación para conectar | "
      "te envió un mensaje | te ha enviado un mensaje | nuevo mensaje de | mensajes sin leer | "
      "# notificaciones | notificaciones nuevas | nuevas notificaciones | publicó | "
      "ha publicado | compartió | ha compartido | reaccionó a | respondió a | ha respondido | "
      "aceptó tu | ha aceptado tu | visitó tu perfil | vio tu perfil | han visto tu perfil | "
      "y otros | y # más | cumpleaños de" },
    { KIND_SOCIAL, B, 1.5f,
      "comentó | te sigue | solicitud de amistad | tu publicación | ver perfil | "
      "ver publicación | notificaciones | abre la aplicación | abre la app | abrir la app | "
      "ha publicado" },
    { KIND_NEWSLETTER, S, 2,
      "boletín | newsletter | noticias | novedades | esta semana | de la semana | del mes | "
      "edición | número # | resumen semanal | resumen diario | titulares | actualidad | "
      "revista | podcast | lo más leído" },
    { KIND_NEWSLETTER, B, 1,
      "boletín | leer más | seguir leyendo | leer artículo | más información | "
      "en esta edición | suscriptores | redacción" },
    { KIND_PROMOTION, S, 2,
      "% de descuento | de descuento | descuento | descuentos | dto | rebajas | oferta | "
      "ofertas | promoción | promociones | promo | cupón | cupones | código promocional | "
      "código de descuento | envío gratis | gratis | regalo | regalos | última oportunidad | "
      "últimas horas | últimos días | últimas unidades | solo hoy | sólo hoy | termina hoy | "
      "acaba hoy | hasta el # | exclusivo | exclusiva | novedades | nueva colección | ahorra | "
      "hasta # | aprovecha | no te lo pierdas | compra ahora | compra ya | % | black friday | "
      "mejor precio | precios | chollo | chollos | liquidación | sorteo | gana | descubre | "
      "para ti | dona" },
    { KIND_PROMOTION, B, 1,
      "compra ahora | comprar ahora | compra ya | ver ofertas | ver oferta | "
      "código promocional | cupón | envío gratis | oferta válida | válido hasta | "
      "hasta agotar existencias | aprovecha | descúbrelo | descubre más | añadir al carrito | "
      "añadir a la cesta | rebajas | haz tu donación" },
    { KIND_LIST, S, 1,
      "rv" },
    { WORD_TALK, E, 1,
      "hola | querido | querida | saludos | un saludo | un abrazo | besos | gracias | "
      "atentamente | hasta pronto | escribió | cómo estás" },
    { WORD_COMMON, B, 0,
      "el | la | los | las | de | del | y | en | un | una | es | su | tu | por | para | con | "
      "que | no | se | al | te | lo | más | este | esta | si" },
    { WORD_BULK, B, 2,
      "darse de baja | darte de baja | date de baja | cancelar suscripción | cancelar la suscripción | "
      "cancelar tu suscripción | anular suscripción | desuscribirse | no deseas recibir | "
      "dejar de recibir" },
    { WORD_BULK, B, 1,
      "ver en el navegador | ver en navegador | versión online | versión web | en tu navegador | "
      "recibes este correo | has recibido este | recibiste este correo | gestionar preferencias" },
    { WORD_URGENCY, E, 1,
      "urgente | inmediatamente | de inmediato | última oportunidad | último aviso | "
      "último día | últimos días | últimas horas | solo hoy | termina hoy | acaba hoy | "
      "caduca | expira | vence | date prisa | no esperes | no te lo pierdas | # horas | "
      "en 24 horas | suspendida | suspendido | bloqueada | acción requerida | atención | "
      "aviso importante | antes de medianoche | advertencia" },
    { WORD_DISCOUNT, E, 1,
      "descuento | descuentos | dto | rebaja | rebajas | oferta | ofertas | promoción | "
      "cupón | gratis | envío gratis | ahorra | ahorro | mitad de precio | chollo | "
      "liquidación | regalo | precio especial" },
    { KIND_OTHER, S, 3,
      "formulario de contacto | nuevo ticket | ticket ... creado | ticket ... cerrado | "
      "mensaje de voz | buzón de voz | nuevo fax | llamada perdida | llamadas perdidas | "
      "denuncia de abuso | incidente de seguridad | alerta meteorológica" },
};

const struct words_block words_es = { "es", rows, G_N_ELEMENTS(rows) };
