import type { ApiTexts } from '../../i18n/api-texts.ts';

export const apiTexts: ApiTexts = {
  failures: {
    NAME_NOT_FOUND: 'Diesen Hostnamen gibt es nicht.',
    NAME_LOOKUP_FAILED: 'Das DNS gab für diesen Hostnamen keine Antwort.',
    ADDRESS_NOT_ALLOWED: 'Diese Installation erlaubt keine Verbindung dorthin.',
    CONNECTION_REFUSED: 'Dort nimmt nichts Verbindungen an: Die Verbindung wurde abgelehnt.',
    CONNECTION_TIMED_OUT: 'Innerhalb des Zeitlimits kam keine Verbindung zustande.',
    NETWORK_UNREACHABLE: 'Es führt kein Weg durch das Netz dorthin.',
    GREETING_TIMED_OUT:
      'Die Verbindung steht, aber innerhalb des Zeitlimits kam keine Begrüßung eines SMTP-Servers.',
    NOT_AN_SMTP_SERVER: 'Was dort antwortet, ist kein SMTP-Server.',
    SERVER_SPEAKS_TLS: 'Der Server erwartet TLS von Anfang an, SMTP beginnt aber im Klartext.',
    SERVER_SPEAKS_PLAIN: 'Der Server antwortet im Klartext, SMTPS beginnt aber mit TLS.',
    SERVER_BUSY: 'Der Server nimmt von diesem Rechner im Moment nichts an.',
    SERVER_REFUSES_CLIENT: 'Der Server lehnt jedes Gespräch mit diesem Rechner ab.',
    EHLO_REFUSED: 'Der Server lehnt den Namen ab, mit dem sich dieser Rechner vorstellt.',
    STARTTLS_NOT_OFFERED:
      'StartTLS wird verlangt, und der Server bietet es nicht an. Es wurde nichts gesendet.',
    STARTTLS_REFUSED:
      'StartTLS wird verlangt, und der Server wollte es nicht beginnen. Es wurde nichts gesendet.',
    TLS_HANDSHAKE_FAILED: 'Die Verschlüsselung begann, kam aber nicht zustande.',
    TLS_TOO_OLD: 'Der Server kann nichts Neueres als TLS 1.1, und das ist nicht mehr sicher.',
    CERTIFICATE_NOT_TRUSTED: 'Keine vertrauenswürdige Stelle bürgt für das Zertifikat des Servers.',
    CERTIFICATE_EXPIRED: 'Das Zertifikat des Servers ist abgelaufen.',
    CERTIFICATE_NOT_YET_VALID: 'Das Zertifikat des Servers gilt noch nicht.',
    CERTIFICATE_NAME_MISMATCH:
      'Das Zertifikat des Servers ist vertrauenswürdig, aber nicht auf diesen Hostnamen ausgestellt.',
    PASSWORD_MISSING:
      'Ein Benutzername ist gesetzt, und das Passwort dazu fehlt: Es wurde nie eingegeben oder bei einer Änderung des Servers gelöscht.',
    INSECURE_AUTH_NOT_ALLOWED: 'Das Passwort wurde nicht gesendet, weil die Verbindung nicht sicher ist.',
    AUTH_NOT_OFFERED:
      'Ein Benutzername ist gesetzt, und der Server bietet keine Anmeldung an. Es wurde nichts gesendet.',
    AUTH_MECHANISM_NOT_SUPPORTED: 'Der Server bietet keine Anmeldung mit einem Passwort an.',
    AUTH_REFUSED: 'Der Server hat den Benutzernamen oder das Passwort abgelehnt.',
    AUTH_TEMPORARILY_UNAVAILABLE: 'Der Server kann das Passwort im Moment nicht prüfen.',
    AUTH_REQUIRED: 'Der Server verlangt zuerst eine Anmeldung.',
    ENCRYPTION_REQUIRED: 'Der Server verlangt zuerst eine Verschlüsselung.',
    SENDER_REFUSED: 'Der Server hat die Absenderadresse abgelehnt.',
    SENDER_DEFERRED: 'Der Server nimmt diese Absenderadresse im Moment nicht an.',
    RECIPIENT_REFUSED: 'Der Server hat die Empfängeradresse abgelehnt.',
    RECIPIENT_DEFERRED: 'Der Server nimmt diesen Empfänger im Moment nicht an.',
    MESSAGE_TOO_LARGE: 'Die E-Mail ist größer, als der Server annimmt.',
    MESSAGE_REFUSED: 'Der Server hat die E-Mail abgelehnt.',
    MESSAGE_DEFERRED: 'Der Server nimmt die E-Mail im Moment nicht an.',
    SMTPUTF8_NOT_SUPPORTED:
      'Eine Adresse mit Buchstaben jenseits von ASCII vor dem @ braucht SMTPUTF8, und der Server bietet es nicht an.',
    REPLY_TIMED_OUT: 'Der Server hat innerhalb des Zeitlimits nicht geantwortet oder keine Daten abgenommen.',
    CONNECTION_LOST: 'Der Server hat die Verbindung ohne Antwort geschlossen.',
    REPLY_TOO_LONG:
      'Der Server hat statt einer Antwort mehr als 64 KiB gesendet; die Verbindung wurde getrennt.',
    PROTOCOL_VIOLATION:
      'Der Server hat etwas gesendet, was SMTP an dieser Stelle nicht erlaubt; die Verbindung wurde getrennt.',
    OUTCOME_UNKNOWN:
      'Die ganze E-Mail wurde gesendet, und es kam keine Antwort: Vielleicht wurde sie angenommen, vielleicht nicht.',
    CANCELLED: 'Abgebrochen.',
    EXPIRED: 'Sie wurde innerhalb ihrer Lebensdauer von 5 Tagen nicht gesendet.',
    MESSAGE_UNREADABLE: 'Die gespeicherte Nachricht fehlt oder ist beschädigt; es wurde nichts gesendet.',
    STORAGE_UNAVAILABLE:
      'Der Dateispeicher gab die gespeicherte Nachricht nicht heraus; es wurde nichts gesendet.',
    DELIVERY_CRASHED: 'Ein Fehler in Postroom hielt die Zustellung dreimal auf; es wurde nichts gesendet.',
    PASSWORD_UNREADABLE:
      'Das gespeicherte Passwort des Servers lässt sich hier nicht öffnen, deshalb wurde nichts gesendet.',
  },

  hints: {
    'Check the spelling of the host name. A name of an internal network is known only to its own DNS servers.':
      'Prüfen Sie die Schreibweise des Hostnamens. Den Namen eines internen Netzes kennen nur dessen eigene DNS-Server.',
    'Check the DNS servers of this machine and its network connection, then try again.':
      'Prüfen Sie die DNS-Server dieses Rechners und seine Netzverbindung und versuchen Sie es erneut.',
    'Choose another server or port, or have the operator change SMTP_DENIED_NETWORKS or SMTP_ALLOWED_PORTS.':
      'Wählen Sie einen anderen Server oder Port, oder lassen Sie den Betrieb SMTP_DENIED_NETWORKS oder SMTP_ALLOWED_PORTS ändern.',
    'Check the host name and the port, and whether a firewall stands between this machine and the server.':
      'Prüfen Sie den Hostnamen und den Port, und ob eine Firewall zwischen diesem Rechner und dem Server steht.',
    'Check the host name and the port. Many clouds and providers block port 25: try port 587.':
      'Prüfen Sie den Hostnamen und den Port. Viele Clouds und Anbieter sperren Port 25: Versuchen Sie Port 587.',
    'Check the network connection, the routes and the firewall of this machine.':
      'Prüfen Sie die Netzverbindung, die Routen und die Firewall dieses Rechners.',
    'Check the port. Some servers let new clients wait on purpose: a longer timeout helps then.':
      'Prüfen Sie den Port. Manche Server lassen neue Absender mit Absicht warten: Dann hilft ein längeres Zeitlimit.',
    'Check the host name and the port: usually 587 or 25 for SMTP, 465 for SMTPS.':
      'Prüfen Sie den Hostnamen und den Port: meist 587 oder 25 für SMTP, 465 für SMTPS.',
    'This port starts with TLS: choose SMTPS.': 'Dieser Port beginnt mit TLS: Wählen Sie SMTPS.',
    'This port does not start with TLS: choose SMTP and require StartTLS.':
      'Dieser Port beginnt nicht mit TLS: Wählen Sie SMTP und verlangen Sie StartTLS.',
    'This usually passes; try again later. If it lasts, ask the administrator of the server.':
      'Das geht meist vorüber; versuchen Sie es später erneut. Bleibt es dabei, fragen Sie die Verwaltung des Servers.',
    'Ask the administrator of the server to allow the address of this machine, or choose another server.':
      'Bitten Sie die Verwaltung des Servers, die Adresse dieses Rechners zuzulassen, oder wählen Sie einen anderen Server.',
    'Set the EHLO name to the full host name of this machine, as DNS knows it.':
      'Setzen Sie den EHLO-Namen auf den vollen Hostnamen dieses Rechners, wie ihn das DNS kennt.',
    'Check the port: 587 usually offers StartTLS, 465 is SMTPS. If it was offered before, something in between may be removing it.':
      'Prüfen Sie den Port: 587 bietet meist StartTLS an, 465 ist SMTPS. Wurde es früher angeboten, entfernt es vielleicht etwas auf dem Weg.',
    'Try again later; if it lasts, the TLS set-up of the server is incomplete.':
      'Versuchen Sie es später erneut; bleibt es dabei, ist TLS auf dem Server nicht vollständig eingerichtet.',
    'Check the protocol and the port. The server needs TLS 1.2 or newer with a forward-secret cipher (ECDHE or DHE).':
      'Prüfen Sie das Protokoll und den Port. Der Server braucht TLS 1.2 oder neuer mit einem Verfahren mit Forward Secrecy (ECDHE oder DHE).',
    'Have TLS 1.2 or newer switched on at the server.':
      'Lassen Sie auf dem Server TLS 1.2 oder neuer einschalten.',
    'Compare its SHA-256 fingerprint with the server, then trust this certificate, or add the authority that issued it. A server with an official certificate may have forgotten to send its intermediate one.':
      'Vergleichen Sie den SHA-256-Fingerabdruck mit dem Server und vertrauen Sie dann diesem Zertifikat, oder fügen Sie die Zertifizierungsstelle hinzu, die es ausgestellt hat. Ein Server mit einem offiziellen Zertifikat sendet vielleicht sein Zwischenzertifikat nicht mit.',
    "Have the server's certificate renewed, and check the clock of this machine.":
      'Lassen Sie das Zertifikat des Servers erneuern und prüfen Sie die Uhr dieses Rechners.',
    'Enter one of the names in the certificate as host name, or trust exactly this certificate for this server.':
      'Geben Sie einen der Namen aus dem Zertifikat als Hostnamen ein, oder vertrauen Sie für diesen Server genau diesem Zertifikat.',
    'Enter the password with Change password, or remove the user name.':
      'Geben Sie das Passwort mit „Passwort ändern“ ein, oder entfernen Sie den Benutzernamen.',
    'Choose a port with StartTLS (usually 587) or SMTPS (465). Only where the network itself is safe, allow insecure sign-in.':
      'Wählen Sie einen Port mit StartTLS (meist 587) oder SMTPS (465). Nur wo das Netz selbst sicher ist, erlauben Sie die unsichere Anmeldung.',
    'The server offers StartTLS: require it.': 'Der Server bietet StartTLS an: Verlangen Sie es.',
    'Trust the certificate of the server, or the authority that issued it.':
      'Vertrauen Sie dem Zertifikat des Servers oder der Zertifizierungsstelle, die es ausgestellt hat.',
    'Check the port (587 and 465 are for signing in), or remove the user name.':
      'Prüfen Sie den Port (587 und 465 sind für Anmeldungen da), oder entfernen Sie den Benutzernamen.',
    'Many servers offer it only after StartTLS: require it.':
      'Viele Server bieten sie erst nach StartTLS an: Verlangen Sie es.',
    'Have PLAIN, LOGIN or CRAM-MD5 switched on at the server, or use another provider.':
      'Lassen Sie auf dem Server PLAIN, LOGIN oder CRAM-MD5 einschalten, oder nehmen Sie einen anderen Anbieter.',
    'Enter the password again; many providers want the full address as user name, and some an app password.':
      'Geben Sie das Passwort noch einmal ein; viele Anbieter wollen die volle Adresse als Benutzernamen, manche ein App-Passwort.',
    'Try again later. Too many tries in a short time can be the reason.':
      'Versuchen Sie es später erneut. Zu viele Versuche in kurzer Zeit können der Grund sein.',
    'Set the user name and the password.': 'Setzen Sie Benutzernamen und Passwort.',
    'Require StartTLS.': 'Verlangen Sie StartTLS.',
    'Ask the administrator of the server what it expects.':
      'Fragen Sie die Verwaltung des Servers, was er erwartet.',
    'Send from an address that this account or machine may use.':
      'Senden Sie von einer Adresse, die dieses Konto oder dieser Rechner verwenden darf.',
    'Check the address. If the reply speaks of relaying, the server wants a sign-in first.':
      'Prüfen Sie die Adresse. Spricht die Antwort von „relaying“, verlangt der Server zuerst eine Anmeldung.',
    'Usual with greylisting or a full mailbox: a later try may pass.':
      'Üblich bei Greylisting oder einem vollen Postfach: Ein späterer Versuch kann gelingen.',
    'Send smaller attachments, or let attachments become download links in the settings of this server.':
      'Senden Sie kleinere Anhänge, oder lassen Sie Anhänge in den Einstellungen dieses Servers zu Download-Links werden.',
    'The reply of the server says why: often its content, its size or the reputation of the sender.':
      'Die Antwort des Servers sagt, warum: oft wegen des Inhalts, der Größe oder des Rufs des Absenders.',
    'Use an address with ASCII letters, or a server that offers SMTPUTF8.':
      'Verwenden Sie eine Adresse mit ASCII-Buchstaben oder einen Server, der SMTPUTF8 anbietet.',
    'Try again later, or set a longer timeout.':
      'Versuchen Sie es später erneut, oder setzen Sie ein längeres Zeitlimit.',
    'The server may refuse the address of this machine, or a firewall does it in its place.':
      'Vielleicht lehnt der Server die Adresse dieses Rechners ab, oder eine Firewall tut es an seiner Stelle.',
    'Something between this machine and the server (a proxy, a firewall with mail inspection) may be changing the dialogue, or the server is broken.':
      'Vielleicht verändert etwas zwischen diesem Rechner und dem Server den Dialog (ein Proxy, eine Firewall mit Mail-Prüfung), oder der Server ist defekt.',
    'Look whether it arrived before you send it again. A server that checks content for long needs a longer timeout.':
      'Sehen Sie nach, ob sie angekommen ist, bevor Sie sie noch einmal senden. Ein Server, der Inhalte lange prüft, braucht ein längeres Zeitlimit.',
    'Microsoft 365 has signing in with a password (basic authentication) switched off for this mailbox or organisation. Have an administrator allow Authenticated SMTP for the mailbox (Exchange admin centre: Mail flow settings, Email apps) and check that no security default or policy blocks it, or use a relay that accepts this machine.':
      'Bei Microsoft 365 ist die Anmeldung mit Passwort (Standardauthentifizierung) für dieses Postfach oder diese Organisation abgeschaltet. Lassen Sie „Authentifiziertes SMTP“ für das Postfach erlauben (Exchange Admin Center: Einstellungen für den E-Mail-Fluss, E-Mail-Apps) und prüfen, dass keine Sicherheitsstandards oder Richtlinien es sperren, oder nehmen Sie ein Relay, das diesen Rechner annimmt.',
    'Microsoft 365 no longer takes a user name and password for sending (basic authentication is retired). Use a connector or relay that accepts this machine by its address, or another provider.':
      'Microsoft 365 nimmt zum Senden Benutzernamen und Passwort nicht mehr an (die Standardauthentifizierung ist abgeschafft). Nehmen Sie einen Connector oder ein Relay, das diesen Rechner an seiner Adresse erkennt, oder einen anderen Anbieter.',
    'The provider asks for an application password: the password of the account is not enough where two-step verification is on. Make an app password in the account (Google: Security, App passwords) and enter it here.':
      'Der Anbieter verlangt ein App-Passwort: Das Passwort des Kontos genügt nicht, wo die Bestätigung in zwei Schritten eingeschaltet ist. Erstellen Sie im Konto ein App-Passwort (Google: Sicherheit, App-Passwörter) und geben Sie es hier ein.',
    'Google found this sign-in unusual and blocked it. Sign in to the account in a browser once and confirm that it was you, or make an app password and enter it here.':
      'Google fand diese Anmeldung ungewöhnlich und hat sie blockiert. Melden Sie sich einmal im Browser am Konto an und bestätigen Sie, dass Sie es waren, oder erstellen Sie ein App-Passwort und geben Sie es hier ein.',
    'Google refused the user name or the password; the ordinary password of an account is refused too. Turn on 2-Step Verification for the account, make an app password (16 letters) and enter it here, with the full address as user name.':
      'Google hat den Benutzernamen oder das Passwort abgelehnt; auch das gewöhnliche Passwort eines Kontos wird abgelehnt. Schalten Sie für das Konto die Bestätigung in zwei Schritten ein, erstellen Sie ein App-Passwort (16 Buchstaben) und geben Sie es hier ein, mit der vollen Adresse als Benutzernamen.',
    'The user name or the password is wrong, or the account may not sign in this way. Enter the password again; many providers want the full address as user name, and some an app password.':
      'Der Benutzername oder das Passwort ist falsch, oder das Konto darf sich so nicht anmelden. Geben Sie das Passwort noch einmal ein; viele Anbieter wollen die volle Adresse als Benutzernamen, manche ein App-Passwort.',
    'Microsoft Exchange refused the user name or the password. Enter the password again, with the full address (or DOMAIN\\user on your own Exchange) as user name, and check that the mailbox may use SMTP.':
      'Microsoft Exchange hat den Benutzernamen oder das Passwort abgelehnt. Geben Sie das Passwort noch einmal ein, mit der vollen Adresse (oder DOMÄNE\\Benutzer bei eigenem Exchange) als Benutzernamen, und prüfen Sie, ob das Postfach SMTP verwenden darf.',
    'Microsoft 365 accepts mail on this port only from clients that signed in. Set a user name and password and require StartTLS on port 587, or use the connector address of your organisation on port 25.':
      'Microsoft 365 nimmt E-Mails an diesem Port nur von Absendern an, die sich angemeldet haben. Setzen Sie Benutzernamen und Passwort und verlangen Sie StartTLS an Port 587, oder nehmen Sie die Connector-Adresse Ihrer Organisation an Port 25.',
    'The account that signed in may not send as the sender address. Send from the address of the account, or give the account the "Send as" permission for this address.':
      'Das angemeldete Konto darf nicht unter dieser Absenderadresse senden. Senden Sie von der Adresse des Kontos, oder geben Sie dem Konto für diese Adresse das Recht „Senden als“.',
    "The receiver could not verify that this server may send for the domain of the sender (SPF, DKIM). Add this server to the SPF record of the sender's domain, or have its provider sign with DKIM.":
      'Der Empfänger konnte nicht prüfen, ob dieser Server für die Domain des Absenders senden darf (SPF, DKIM). Nehmen Sie diesen Server in den SPF-Eintrag der Absender-Domain auf, oder lassen Sie den Anbieter mit DKIM signieren.',
    'The address of this machine stands on a block list that the server uses. Look the address up on the list named in the reply and ask for its removal, or send through the relay of your provider.':
      'Die Adresse dieses Rechners steht auf einer Sperrliste, die der Server verwendet. Schlagen Sie sie in der Liste nach, die in der Antwort genannt ist, und beantragen Sie die Löschung, oder senden Sie über das Relay Ihres Anbieters.',
    'The server does not pass mail on to this recipient for clients that did not sign in. Set a user name and password, or have this machine added to the addresses that may relay.':
      'Ohne Anmeldung leitet der Server keine E-Mails an diesen Empfänger weiter. Setzen Sie Benutzernamen und Passwort, oder lassen Sie diesen Rechner in die Adressen aufnehmen, die weiterleiten dürfen.',
    'The server does not pass mail on to other domains for this client (relaying denied). Set a user name and password, or have this machine added to the addresses that may relay.':
      'Der Server leitet von diesem Rechner keine E-Mails an andere Domains weiter („relaying denied“). Setzen Sie Benutzernamen und Passwort, oder lassen Sie diesen Rechner in die Adressen aufnehmen, die weiterleiten dürfen.',
    'A rule of the server forbids this sender, recipient or message. Check that the account may send as this address, and ask the administrator of the server which rule it is.':
      'Eine Regel des Servers verbietet diesen Absender, diesen Empfänger oder diese E-Mail. Prüfen Sie, ob das Konto unter dieser Adresse senden darf, und fragen Sie die Verwaltung des Servers, welche Regel es ist.',
    'The email is larger than the server takes. Send smaller attachments, or let attachments become download links in the settings of this server.':
      'Die E-Mail ist größer, als der Server annimmt. Senden Sie kleinere Anhänge, oder lassen Sie Anhänge in den Einstellungen dieses Servers zu Download-Links werden.',
    'Microsoft 365 slows down the address of this machine because it does not know it well, or because it sends much. Wait: the next try usually passes. If it lasts, send fewer emails a minute or ask Microsoft to look at the address.':
      'Microsoft 365 bremst die Adresse dieses Rechners, weil es sie kaum kennt oder weil sie viel sendet. Warten Sie: Der nächste Versuch gelingt meist. Bleibt es dabei, senden Sie weniger E-Mails pro Minute oder bitten Sie Microsoft, die Adresse zu prüfen.',
    'The server takes no more from this machine for now: too many connections or emails, or it does not trust its address. Wait; if it lasts, lower the connections and emails a minute in the settings, and check the reverse DNS name of this machine.':
      'Der Server nimmt von diesem Rechner im Moment nichts mehr an: zu viele Verbindungen oder E-Mails, oder er traut der Adresse nicht. Warten Sie; bleibt es dabei, senken Sie in den Einstellungen die Verbindungen und die E-Mails pro Minute und prüfen Sie den Reverse-DNS-Namen dieses Rechners.',
    'The server puts off mail from senders that it sees for the first time (greylisting). Nothing: the same email is taken at a later try, usually within some minutes.':
      'Der Server stellt E-Mails von Absendern zurück, die er zum ersten Mal sieht (Greylisting). Zu tun ist nichts: Dieselbe E-Mail wird bei einem späteren Versuch angenommen, meist nach einigen Minuten.',
    'Look at the attempts and at the server, then try it again.':
      'Sehen Sie sich die Versuche und den Server an und versuchen Sie es dann erneut.',
    'Bring the file storage back from a backup and try it again, or send the email anew.':
      'Stellen Sie den Dateispeicher aus einer Sicherung wieder her und versuchen Sie es erneut, oder senden Sie die E-Mail neu.',
    'The log of the worker says what it answered (event "delivery.storage_unavailable"). It is tried again.':
      'Das Protokoll des Workers sagt, was er antwortete (Ereignis „delivery.storage_unavailable“). Es wird erneut versucht.',
    'The log of the worker says what happened (event "delivery.crashed"). Try it again once that is mended.':
      'Das Protokoll des Workers sagt, was geschah (Ereignis „delivery.crashed“). Versuchen Sie es erneut, sobald das behoben ist.',
    'It was stored with a key that this process does not have, or its row was changed outside Postroom: bring the key back in SECRET_KEYS, or enter the password again.':
      'Es wurde mit einem Schlüssel gespeichert, den dieser Prozess nicht hat, oder seine Zeile wurde außerhalb von Postroom geändert: Bringen Sie den Schlüssel in SECRET_KEYS zurück, oder geben Sie das Passwort neu ein.',
    'Look whether it arrived before you send it again.':
      'Sehen Sie nach, ob sie ankam, bevor Sie sie erneut senden.',
  },

  problems: {
    REQUIRED: 'Füllen Sie dieses Feld aus.',
    TOO_LONG: 'Kürzen Sie diesen Text.',
    OUT_OF_RANGE: 'Dieser Wert liegt außerhalb des erlaubten Bereichs.',
    BAD_FORMAT: 'Diese Form ist hier nicht möglich.',
    CONTROL_CHARACTER: 'Entfernen Sie den Zeilenumbruch oder das Steuerzeichen.',
    ADDRESS_NOT_VALID: 'Geben Sie genau eine Adresse wie ada@example.org ein.',
    ADDRESS_NOT_STRICT:
      'Diese Adresse widerspricht dem Standard (RFC 5322). Berichtigen Sie sie, oder lassen Sie solche Adressen bei diesem Server zu.',
    PASSWORDS_DIFFER: 'Die beiden Passwörter sind nicht gleich. Geben Sie zweimal dasselbe ein.',
    PASSWORD_TOO_SHORT:
      'Verwenden Sie mindestens 12 Zeichen; 15 oder mehr sind besser, auch einige Wörter hintereinander.',
    PASSWORD_LEAKED:
      'Wählen Sie ein anderes Passwort: Dieses steht in einer Liste gestohlener Passwörter oder besteht aus Namen oder Adresse, und wird zuerst erraten.',
    PASSWORD_UNCHANGED: 'Wählen Sie ein anderes Passwort als das jetzige, das noch jemand kennt.',
    DESTINATION_UNCHANGED:
      'Die Verbindung ist dieselbe wie vorher. Ändern Sie das Passwort mit „Passwort ändern“.',
    SERVERS_REQUIRED:
      'Wählen Sie mindestens einen Server. Nur Zertifizierungsstellen können für alle Server gelten.',
    SERVER_DISABLED:
      'Dieser Server ist deaktiviert. Aktivieren Sie ihn zuerst, oder wählen Sie einen anderen.',
    ATTACHMENTS_TOO_LARGE: 'Die Anhänge sind zusammen größer, als dieser Server erlaubt.',
    UPLOAD_NOT_FOUND: 'Diese hochgeladene Datei gibt es nicht mehr. Laden Sie sie noch einmal hoch.',
    NOT_BASE64: 'Das ist kein Base64.',
    HEADER_NOT_ALLOWED: 'Diese Kopfzeile ist nicht erlaubt.',
    NOT_FOR_FAX: 'Das geht mit einem Fax-Server nicht.',
    NUMBER_NOT_VALID: 'Geben Sie die Faxnummer mit + und der Ländervorwahl ein, zum Beispiel +39 040 226338.',
    TYPE_NOT_ALLOWED: 'Diese Art von Datei ist hier nicht erlaubt.',
    TEMPLATE_NOT_VALID:
      'Schreiben Sie eine Adresse mit genau einem {number}, zum Beispiel FAX={number}@fax.example.org.',
    PEM_NOT_VALID:
      'Das lässt sich nicht als Zertifikat lesen. Fügen Sie den ganzen Text ein, ab -----BEGIN CERTIFICATE-----.',
    PEM_HAS_PRIVATE_KEY:
      'Entfernen Sie den privaten Schlüssel: Er muss auf seinem Server bleiben. Es wurde nichts gespeichert; fügen Sie nur das Zertifikat ein.',
    TOO_MANY: 'Das sind zu viele auf einmal.',
    NO_RECIPIENT: 'Nennen Sie mindestens einen Empfänger.',

    'name.REQUIRED': 'Geben Sie einen Namen ein.',
    'hostname.REQUIRED': 'Geben Sie den Hostnamen oder die IP-Adresse des Servers ein.',
    'hostname.BAD_FORMAT':
      'Geben Sie einen Hostnamen wie smtp.example.org oder eine IP-Adresse ein, ohne Port.',
    'port.REQUIRED': 'Geben Sie den Port ein.',
    'port.OUT_OF_RANGE': 'Geben Sie einen Port von 1 bis 65535 ein; üblich sind 587, 465 und 25.',
    'timeoutSeconds.OUT_OF_RANGE': 'Geben Sie ein Zeitlimit von 1 bis 600 Sekunden ein.',
    'maxConnections.OUT_OF_RANGE': 'Geben Sie 1 bis 100 Verbindungen ein.',
    'messagesPerMinute.OUT_OF_RANGE':
      'Geben Sie 1 bis 1000000 E-Mails pro Minute ein, oder lassen Sie das Feld leer: keine Grenze.',
    'maxAttachmentBytes.OUT_OF_RANGE':
      'Geben Sie 1 bis 2147483647 Byte ein, oder lassen Sie das Feld leer: keine Grenze.',
    'username.REQUIRED': 'Geben Sie den Benutzernamen ein, zu dem das Passwort gehört.',
    'ehloName.BAD_FORMAT':
      'Geben Sie einen Hostnamen wie app.example.org ein, oder eine Adresse in eckigen Klammern.',
    'faxAddressTemplate.REQUIRED':
      'Geben Sie ein, wie das Gateway Nummern möchte, zum Beispiel FAX={number}@fax.example.org.',
    'server.REQUIRED': 'Wählen Sie einen Server: Der, für den sie bestimmt war, wurde gelöscht.',
    'server.ADDRESS_NOT_STRICT':
      'Wählen Sie einen Server, der auch Adressen nimmt, die dem Standard widersprechen: Eine der Adressen tut das.',
    'server.NOT_FOR_FAX':
      'Behalten Sie den Server: Faxe und E-Mails können nicht die Plätze tauschen, ihre Adressen sind verschieden.',
    'attachmentAsUrlEnabled.NOT_FOR_FAX': 'Schalten Sie das aus: Ein Fax kann keinen Link tragen.',
    'isEnabled.SERVER_DISABLED':
      'Das ist der Standardserver: Machen Sie zuerst einen anderen zum Standard, dann deaktivieren Sie ihn.',
    'addressOrDomain.BAD_FORMAT':
      'Geben Sie eine E-Mail-Adresse wie ada@example.org oder eine Domain wie example.org ein.',
    'email.REQUIRED': 'Geben Sie eine E-Mail-Adresse wie ada@example.org ein: Mit ihr meldet man sich an.',
    'email.BAD_FORMAT': 'Geben Sie eine E-Mail-Adresse wie ada@example.org ein: Mit ihr meldet man sich an.',
    'email.NAME_TAKEN': 'Mit dieser Adresse meldet sich schon jemand an. Wählen Sie eine andere.',
    'name.BAD_FORMAT':
      'Wählen Sie einen Namen ohne @: Im Audit-Protokoll darf er nicht wie ein Benutzer aussehen.',
    'scopes.REQUIRED': 'Wählen Sie, was das Token darf: mindestens eines.',
    'allowedFrom.ADDRESS_NOT_VALID':
      'Geben Sie eine Adresse wie crm@example.org oder eine Domain wie @example.org ein.',
    'expiresAt.OUT_OF_RANGE': 'Wählen Sie einen Zeitpunkt, der noch kommt.',
    'pem.REQUIRED': 'Fügen Sie ein Zertifikat ein.',
    'setupToken.WRONG_CREDENTIALS':
      'Das ist nicht der Einrichtungscode: Öffnen Sie den Link, den der Dienst beim Start ausgegeben hat.',
  },

  refusals: {
    NOT_FOUND: 'Das gibt es nicht mehr: Vielleicht wurde es gelöscht.',
    NAME_TAKEN:
      'Diesen Namen gibt es schon. Wählen Sie einen anderen; Groß- und Kleinschreibung zählt nicht.',
    EDIT_CONFLICT:
      'Jemand anderes hat das inzwischen gespeichert. Sehen Sie es sich an und speichern Sie dann erneut.',
    SERVER_IN_USE:
      'Dieser Server wird noch gebraucht: Als Standardserver machen Sie zuerst einen anderen zum Standard; wartet noch E-Mail auf ihn, lassen Sie sie zuerst ankommen.',
    NO_DEFAULT_SERVER: 'Es gibt keinen Standardserver. Machen Sie einen Server zum Standard.',
    IDEMPOTENCY_CONFLICT: 'Derselbe Idempotenzschlüssel kam schon mit einem anderen Inhalt.',
    WRONG_STATE: 'Dafür ist es bei dieser E-Mail zu spät.',
    WRONG_CREDENTIALS: 'Die E-Mail-Adresse oder das Passwort stimmt nicht. Versuchen Sie es erneut.',
    PASSWORD_EXPIRED:
      'Dieses erste Passwort hätten Sie rechtzeitig ändern müssen; jetzt gilt es nicht mehr. Bitten Sie einen Administrator um ein neues.',
    SECOND_FACTOR_REQUIRED:
      'Geben Sie den Code Ihrer Authenticator-App oder einen Wiederherstellungscode ein.',
    REAUTHENTICATION_REQUIRED:
      'Dafür müssen Sie noch einmal zeigen, dass Sie es sind. Es wurde nichts geändert.',
    LAST_ADMINISTRATOR: 'Das ist das letzte Administratorkonto. Machen Sie zuerst jemand anderen dazu.',
    ALREADY_SET_UP: 'Es gibt schon ein Administratorkonto: Melden Sie sich an.',
  },
};
