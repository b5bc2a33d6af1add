import type { ApiTexts } from '../../i18n/api-texts.ts';

export const apiTexts: ApiTexts = {
  failures: {
    NAME_NOT_FOUND: 'Questo nome host non esiste.',
    NAME_LOOKUP_FAILED: 'Il DNS non ha dato risposta per questo nome host.',
    ADDRESS_NOT_ALLOWED: 'Questa installazione non permette connessioni a quell’indirizzo.',
    CONNECTION_REFUSED: 'Lì nulla accetta connessioni: la connessione è stata rifiutata.',
    CONNECTION_TIMED_OUT: 'Nessuna connessione entro il tempo massimo.',
    NETWORK_UNREACHABLE: 'Non c’è via attraverso la rete fin lì.',
    GREETING_TIMED_OUT: 'Connesso, ma entro il tempo massimo non è arrivato alcun saluto SMTP.',
    NOT_AN_SMTP_SERVER: 'Ciò che risponde lì non è un server SMTP.',
    SERVER_SPEAKS_TLS: 'Il server si aspetta subito TLS, mentre SMTP inizia in chiaro.',
    SERVER_SPEAKS_PLAIN: 'Il server risponde in chiaro, mentre SMTPS inizia con TLS.',
    SERVER_BUSY: 'Per ora il server non accetta nulla da questa macchina.',
    SERVER_REFUSES_CLIENT: 'Il server rifiuta di parlare con questa macchina.',
    EHLO_REFUSED: 'Il server rifiuta il nome con cui questa macchina si presenta.',
    STARTTLS_NOT_OFFERED: 'StartTLS è obbligatorio e il server non lo offre. Non è stato inviato nulla.',
    STARTTLS_REFUSED:
      'StartTLS è obbligatorio e il server ha rifiutato di avviarlo. Non è stato inviato nulla.',
    TLS_HANDSHAKE_FAILED: 'La cifratura è iniziata, ma non è riuscita.',
    TLS_TOO_OLD: 'Il server non ha nulla di più recente di TLS 1.1, che non è più sicuro.',
    CERTIFICATE_NOT_TRUSTED: 'Nessuna autorità attendibile garantisce il certificato del server.',
    CERTIFICATE_EXPIRED: 'Il certificato del server è scaduto.',
    CERTIFICATE_NOT_YET_VALID: 'Il certificato del server non è ancora valido.',
    CERTIFICATE_NAME_MISMATCH:
      'Il certificato del server è attendibile, ma non è rilasciato a questo nome host.',
    PASSWORD_MISSING:
      'È impostato un nome utente e manca la password: non è mai stata inserita, oppure è stata cancellata da una modifica del server.',
    INSECURE_AUTH_NOT_ALLOWED: 'La password non è stata inviata, perché la connessione non è sicura.',
    AUTH_NOT_OFFERED:
      'È impostato un nome utente e il server non offre l’accesso. Non è stato inviato nulla.',
    AUTH_MECHANISM_NOT_SUPPORTED: 'Il server non offre alcun modo di accedere con una password.',
    AUTH_REFUSED: 'Il server ha rifiutato il nome utente o la password.',
    AUTH_TEMPORARILY_UNAVAILABLE: 'Per ora il server non può verificare la password.',
    AUTH_REQUIRED: 'Il server richiede prima l’accesso.',
    ENCRYPTION_REQUIRED: 'Il server richiede prima la cifratura.',
    SENDER_REFUSED: 'Il server ha rifiutato l’indirizzo del mittente.',
    SENDER_DEFERRED: 'Per ora il server non accetta questo indirizzo del mittente.',
    RECIPIENT_REFUSED: 'Il server ha rifiutato l’indirizzo del destinatario.',
    RECIPIENT_DEFERRED: 'Per ora il server non accetta questo destinatario.',
    MESSAGE_TOO_LARGE: 'L’email è più grande di quanto il server accetti.',
    MESSAGE_REFUSED: 'Il server ha rifiutato l’email.',
    MESSAGE_DEFERRED: 'Per ora il server non accetta l’email.',
    SMTPUTF8_NOT_SUPPORTED:
      'Un indirizzo con lettere oltre ASCII prima della @ richiede SMTPUTF8, che il server non offre.',
    REPLY_TIMED_OUT: 'Il server non ha risposto, o non ha accettato dati, entro il tempo massimo.',
    CONNECTION_LOST: 'Il server ha chiuso la connessione senza rispondere.',
    REPLY_TOO_LONG:
      'Il server ha inviato più di 64 KiB al posto di una risposta; la connessione è stata interrotta.',
    PROTOCOL_VIOLATION:
      'Il server ha inviato qualcosa che SMTP lì non permette; la connessione è stata interrotta.',
    OUTCOME_UNKNOWN:
      'L’email è stata inviata per intero e non è arrivata risposta: potrebbe essere stata accettata, oppure no.',
    CANCELLED: 'Interrotta.',
    EXPIRED: 'Non è stata inviata entro la sua durata di 5 giorni.',
    MESSAGE_UNREADABLE: 'Il messaggio conservato manca o è danneggiato; non è stato inviato nulla.',
    STORAGE_UNAVAILABLE:
      'L’archivio dei file non ha dato il messaggio conservato; non è stato inviato nulla.',
    DELIVERY_CRASHED:
      'Un errore di Postroom ha fermato la consegna per tre volte; non è stato inviato nulla.',
    PASSWORD_UNREADABLE:
      'La password conservata del server qui non si può aprire, perciò non è stato inviato nulla.',
  },

  hints: {
    'Check the spelling of the host name. A name of an internal network is known only to its own DNS servers.':
      'Controlli come è scritto il nome host. Il nome di una rete interna è noto solo ai suoi server DNS.',
    'Check the DNS servers of this machine and its network connection, then try again.':
      'Controlli i server DNS di questa macchina e la sua connessione di rete, poi riprovi.',
    'Choose another server or port, or have the operator change SMTP_DENIED_NETWORKS or SMTP_ALLOWED_PORTS.':
      'Scelga un altro server o un’altra porta, oppure faccia modificare SMTP_DENIED_NETWORKS o SMTP_ALLOWED_PORTS a chi gestisce il servizio.',
    'Check the host name and the port, and whether a firewall stands between this machine and the server.':
      'Controlli il nome host e la porta, e se tra questa macchina e il server c’è un firewall.',
    'Check the host name and the port. Many clouds and providers block port 25: try port 587.':
      'Controlli il nome host e la porta. Molti cloud e fornitori bloccano la porta 25: provi la 587.',
    'Check the network connection, the routes and the firewall of this machine.':
      'Controlli la connessione di rete, le rotte e il firewall di questa macchina.',
    'Check the port. Some servers let new clients wait on purpose: a longer timeout helps then.':
      'Controlli la porta. Alcuni server fanno attendere di proposito i nuovi arrivati: in quel caso aiuta un tempo massimo più lungo.',
    'Check the host name and the port: usually 587 or 25 for SMTP, 465 for SMTPS.':
      'Controlli il nome host e la porta: di solito 587 o 25 per SMTP, 465 per SMTPS.',
    'This port starts with TLS: choose SMTPS.': 'Questa porta inizia con TLS: scelga SMTPS.',
    'This port does not start with TLS: choose SMTP and require StartTLS.':
      'Questa porta non inizia con TLS: scelga SMTP e renda obbligatorio StartTLS.',
    'This usually passes; try again later. If it lasts, ask the administrator of the server.':
      'Di solito passa; riprovi più tardi. Se dura, chieda a chi amministra il server.',
    'Ask the administrator of the server to allow the address of this machine, or choose another server.':
      'Chieda a chi amministra il server di ammettere l’indirizzo di questa macchina, oppure scelga un altro server.',
    'Set the EHLO name to the full host name of this machine, as DNS knows it.':
      'Imposti il nome EHLO al nome host completo di questa macchina, come lo conosce il DNS.',
    'Check the port: 587 usually offers StartTLS, 465 is SMTPS. If it was offered before, something in between may be removing it.':
      'Controlli la porta: la 587 di solito offre StartTLS, la 465 è SMTPS. Se prima era offerto, forse qualcosa lungo il percorso lo rimuove.',
    'Try again later; if it lasts, the TLS set-up of the server is incomplete.':
      'Riprovi più tardi; se dura, la configurazione TLS del server è incompleta.',
    'Check the protocol and the port. The server needs TLS 1.2 or newer with a forward-secret cipher (ECDHE or DHE).':
      'Controlli il protocollo e la porta. Il server deve avere TLS 1.2 o più recente con un cifrario a segretezza in avanti (ECDHE o DHE).',
    'Have TLS 1.2 or newer switched on at the server.': 'Faccia attivare TLS 1.2 o più recente sul server.',
    'Compare its SHA-256 fingerprint with the server, then trust this certificate, or add the authority that issued it. A server with an official certificate may have forgotten to send its intermediate one.':
      'Confronti l’impronta SHA-256 con il server, poi consideri attendibile questo certificato, oppure aggiunga l’autorità che lo ha rilasciato. Un server con un certificato ufficiale potrebbe non inviare quello intermedio.',
    "Have the server's certificate renewed, and check the clock of this machine.":
      'Faccia rinnovare il certificato del server e controlli l’orologio di questa macchina.',
    'Enter one of the names in the certificate as host name, or trust exactly this certificate for this server.':
      'Inserisca come nome host uno dei nomi del certificato, oppure consideri attendibile proprio questo certificato per questo server.',
    'Enter the password with Change password, or remove the user name.':
      'Inserisca la password con «Cambia la password», oppure tolga il nome utente.',
    'Choose a port with StartTLS (usually 587) or SMTPS (465). Only where the network itself is safe, allow insecure sign-in.':
      'Scelga una porta con StartTLS (di solito 587) o SMTPS (465). Solo dove la rete stessa è sicura, permetta l’accesso non sicuro.',
    'The server offers StartTLS: require it.': 'Il server offre StartTLS: lo renda obbligatorio.',
    'Trust the certificate of the server, or the authority that issued it.':
      'Consideri attendibile il certificato del server o l’autorità che lo ha rilasciato.',
    'Check the port (587 and 465 are for signing in), or remove the user name.':
      'Controlli la porta (587 e 465 sono per l’accesso), oppure tolga il nome utente.',
    'Many servers offer it only after StartTLS: require it.':
      'Molti server lo offrono solo dopo StartTLS: lo renda obbligatorio.',
    'Have PLAIN, LOGIN or CRAM-MD5 switched on at the server, or use another provider.':
      'Faccia attivare PLAIN, LOGIN o CRAM-MD5 sul server, oppure usi un altro fornitore.',
    'Enter the password again; many providers want the full address as user name, and some an app password.':
      'Inserisca di nuovo la password; molti fornitori vogliono l’indirizzo completo come nome utente, e alcuni una password per le app.',
    'Try again later. Too many tries in a short time can be the reason.':
      'Riprovi più tardi. Il motivo possono essere troppi tentativi in poco tempo.',
    'Set the user name and the password.': 'Imposti il nome utente e la password.',
    'Require StartTLS.': 'Renda obbligatorio StartTLS.',
    'Ask the administrator of the server what it expects.':
      'Chieda a chi amministra il server che cosa si aspetta.',
    'Send from an address that this account or machine may use.':
      'Invii da un indirizzo che questo account o questa macchina può usare.',
    'Check the address. If the reply speaks of relaying, the server wants a sign-in first.':
      'Controlli l’indirizzo. Se la risposta parla di «relaying», il server richiede prima l’accesso.',
    'Usual with greylisting or a full mailbox: a later try may pass.':
      'Consueto con il greylisting o una casella piena: un tentativo successivo può riuscire.',
    'Send smaller attachments, or let attachments become download links in the settings of this server.':
      'Invii allegati più piccoli, oppure faccia diventare gli allegati link da scaricare nelle impostazioni di questo server.',
    'The reply of the server says why: often its content, its size or the reputation of the sender.':
      'La risposta del server dice perché: spesso il contenuto, la dimensione o la reputazione del mittente.',
    'Use an address with ASCII letters, or a server that offers SMTPUTF8.':
      'Usi un indirizzo con lettere ASCII, oppure un server che offre SMTPUTF8.',
    'Try again later, or set a longer timeout.':
      'Riprovi più tardi, oppure imposti un tempo massimo più lungo.',
    'The server may refuse the address of this machine, or a firewall does it in its place.':
      'Forse il server rifiuta l’indirizzo di questa macchina, o lo fa un firewall al suo posto.',
    'Something between this machine and the server (a proxy, a firewall with mail inspection) may be changing the dialogue, or the server is broken.':
      'Forse qualcosa tra questa macchina e il server altera il dialogo (un proxy, un firewall che ispeziona la posta), oppure il server è guasto.',
    'Look whether it arrived before you send it again. A server that checks content for long needs a longer timeout.':
      'Verifichi se è arrivata prima di inviarla di nuovo. Un server che controlla a lungo i contenuti richiede un tempo massimo più lungo.',
    'Microsoft 365 has signing in with a password (basic authentication) switched off for this mailbox or organisation. Have an administrator allow Authenticated SMTP for the mailbox (Exchange admin centre: Mail flow settings, Email apps) and check that no security default or policy blocks it, or use a relay that accepts this machine.':
      'In Microsoft 365 l’accesso con password (autenticazione di base) è disattivato per questa casella o organizzazione. Faccia abilitare «SMTP autenticato» per la casella (interfaccia di amministrazione di Exchange: impostazioni del flusso di posta, app di posta elettronica) e verificare che nessuna impostazione di sicurezza o criterio lo blocchi, oppure usi un relay che accetti questa macchina.',
    'Microsoft 365 no longer takes a user name and password for sending (basic authentication is retired). Use a connector or relay that accepts this machine by its address, or another provider.':
      'Microsoft 365 non accetta più nome utente e password per l’invio (l’autenticazione di base è stata ritirata). Usi un connettore o un relay che riconosca questa macchina dal suo indirizzo, oppure un altro fornitore.',
    'The provider asks for an application password: the password of the account is not enough where two-step verification is on. Make an app password in the account (Google: Security, App passwords) and enter it here.':
      'Il fornitore richiede una password per le app: dove è attiva la verifica in due passaggi, la password dell’account non basta. Crei una password per le app nell’account (Google: Sicurezza, Password per le app) e la inserisca qui.',
    'Google found this sign-in unusual and blocked it. Sign in to the account in a browser once and confirm that it was you, or make an app password and enter it here.':
      'Google ha ritenuto insolito questo accesso e lo ha bloccato. Acceda una volta all’account da un browser e confermi che era Lei, oppure crei una password per le app e la inserisca qui.',
    'Google refused the user name or the password; the ordinary password of an account is refused too. Turn on 2-Step Verification for the account, make an app password (16 letters) and enter it here, with the full address as user name.':
      'Google ha rifiutato il nome utente o la password; viene rifiutata anche la password normale di un account. Attivi la verifica in due passaggi per l’account, crei una password per le app (16 lettere) e la inserisca qui, con l’indirizzo completo come nome utente.',
    'The user name or the password is wrong, or the account may not sign in this way. Enter the password again; many providers want the full address as user name, and some an app password.':
      'Il nome utente o la password è sbagliato, oppure l’account non può accedere in questo modo. Inserisca di nuovo la password; molti fornitori vogliono l’indirizzo completo come nome utente, e alcuni una password per le app.',
    'Microsoft Exchange refused the user name or the password. Enter the password again, with the full address (or DOMAIN\\user on your own Exchange) as user name, and check that the mailbox may use SMTP.':
      'Microsoft Exchange ha rifiutato il nome utente o la password. Inserisca di nuovo la password, con l’indirizzo completo (o DOMINIO\\utente su un Exchange proprio) come nome utente, e verifichi che la casella possa usare SMTP.',
    'Microsoft 365 accepts mail on this port only from clients that signed in. Set a user name and password and require StartTLS on port 587, or use the connector address of your organisation on port 25.':
      'Su questa porta Microsoft 365 accetta posta solo da chi ha effettuato l’accesso. Imposti nome utente e password e renda obbligatorio StartTLS sulla porta 587, oppure usi l’indirizzo del connettore della Sua organizzazione sulla porta 25.',
    'The account that signed in may not send as the sender address. Send from the address of the account, or give the account the "Send as" permission for this address.':
      'L’account che ha effettuato l’accesso non può inviare con questo mittente. Invii dall’indirizzo dell’account, oppure dia all’account l’autorizzazione «Invia come» per questo indirizzo.',
    "The receiver could not verify that this server may send for the domain of the sender (SPF, DKIM). Add this server to the SPF record of the sender's domain, or have its provider sign with DKIM.":
      'Il destinatario non ha potuto verificare che questo server possa inviare per il dominio del mittente (SPF, DKIM). Aggiunga questo server al record SPF del dominio del mittente, oppure faccia firmare con DKIM dal fornitore.',
    'The address of this machine stands on a block list that the server uses. Look the address up on the list named in the reply and ask for its removal, or send through the relay of your provider.':
      'L’indirizzo di questa macchina è in una lista di blocco usata dal server. Lo cerchi nella lista indicata nella risposta e ne chieda la rimozione, oppure invii tramite il relay del Suo fornitore.',
    'The server does not pass mail on to this recipient for clients that did not sign in. Set a user name and password, or have this machine added to the addresses that may relay.':
      'Senza accesso il server non inoltra posta a questo destinatario. Imposti nome utente e password, oppure faccia aggiungere questa macchina agli indirizzi che possono inoltrare.',
    'The server does not pass mail on to other domains for this client (relaying denied). Set a user name and password, or have this machine added to the addresses that may relay.':
      'Il server non inoltra posta ad altri domini per questa macchina («relaying denied»). Imposti nome utente e password, oppure faccia aggiungere questa macchina agli indirizzi che possono inoltrare.',
    'A rule of the server forbids this sender, recipient or message. Check that the account may send as this address, and ask the administrator of the server which rule it is.':
      'Una regola del server vieta questo mittente, destinatario o messaggio. Verifichi che l’account possa inviare con questo indirizzo e chieda a chi amministra il server di quale regola si tratta.',
    'The email is larger than the server takes. Send smaller attachments, or let attachments become download links in the settings of this server.':
      'L’email è più grande di quanto il server accetti. Invii allegati più piccoli, oppure faccia diventare gli allegati link da scaricare nelle impostazioni di questo server.',
    'Microsoft 365 slows down the address of this machine because it does not know it well, or because it sends much. Wait: the next try usually passes. If it lasts, send fewer emails a minute or ask Microsoft to look at the address.':
      'Microsoft 365 rallenta l’indirizzo di questa macchina perché lo conosce poco o perché invia molto. Attenda: il tentativo successivo di solito riesce. Se dura, invii meno email al minuto o chieda a Microsoft di verificare l’indirizzo.',
    'The server takes no more from this machine for now: too many connections or emails, or it does not trust its address. Wait; if it lasts, lower the connections and emails a minute in the settings, and check the reverse DNS name of this machine.':
      'Per ora il server non accetta altro da questa macchina: troppe connessioni o email, oppure non si fida del suo indirizzo. Attenda; se dura, riduca nelle impostazioni le connessioni e le email al minuto e controlli il nome DNS inverso di questa macchina.',
    'The server puts off mail from senders that it sees for the first time (greylisting). Nothing: the same email is taken at a later try, usually within some minutes.':
      'Il server rimanda la posta di mittenti che vede per la prima volta (greylisting). Non c’è nulla da fare: la stessa email viene accettata a un tentativo successivo, di solito entro alcuni minuti.',
    'Look at the attempts and at the server, then try it again.':
      'Guardi i tentativi e il server, poi riprovi.',
    'Bring the file storage back from a backup and try it again, or send the email anew.':
      'Ripristini l’archivio dei file da un backup e riprovi, oppure invii di nuovo l’email.',
    'The log of the worker says what it answered (event "delivery.storage_unavailable"). It is tried again.':
      'Il registro del worker dice che cosa ha risposto (evento «delivery.storage_unavailable»). Verrà ritentata.',
    'The log of the worker says what happened (event "delivery.crashed"). Try it again once that is mended.':
      'Il registro del worker dice che cosa è successo (evento «delivery.crashed»). Riprovi quando sarà risolto.',
    'It was stored with a key that this process does not have, or its row was changed outside Postroom: bring the key back in SECRET_KEYS, or enter the password again.':
      'È stata conservata con una chiave che questo processo non ha, oppure la sua riga è stata modificata al di fuori di Postroom: riporti la chiave in SECRET_KEYS, oppure inserisca di nuovo la password.',
    'Look whether it arrived before you send it again.': 'Guardi se è arrivata prima di inviarla di nuovo.',
  },

  problems: {
    REQUIRED: 'Compili questo campo.',
    TOO_LONG: 'Accorci questo testo.',
    OUT_OF_RANGE: 'Questo valore è fuori dall’intervallo permesso.',
    BAD_FORMAT: 'Questa forma qui non è possibile.',
    CONTROL_CHARACTER: 'Tolga l’interruzione di riga o il carattere di controllo.',
    ADDRESS_NOT_VALID: 'Inserisca un solo indirizzo, come ada@example.org.',
    ADDRESS_NOT_STRICT:
      'Questo indirizzo viola lo standard (RFC 5322). Lo corregga, oppure ammetta indirizzi simili per questo server.',
    PASSWORDS_DIFFER: 'Le due password non sono uguali. Inserisca due volte la stessa.',
    PASSWORD_TOO_SHORT: 'Usi almeno 12 caratteri; 15 o più sono meglio, anche alcune parole di seguito.',
    PASSWORD_LEAKED:
      'Scelga un’altra password: questa compare in un elenco di password rubate o è fatta di nome o indirizzo, e viene indovinata per prima.',
    PASSWORD_UNCHANGED: 'Scelga una password diversa da quella attuale, che altri conoscono.',
    DESTINATION_UNCHANGED: 'La connessione è la stessa di prima. Cambi la password con «Cambia la password».',
    SERVERS_REQUIRED: 'Scelga almeno un server. Solo le autorità possono valere per tutti i server.',
    SERVER_DISABLED: 'Questo server è disattivato. Prima lo attivi, oppure ne scelga un altro.',
    ATTACHMENTS_TOO_LARGE: 'Gli allegati insieme superano la dimensione permessa da questo server.',
    UPLOAD_NOT_FOUND: 'Questo file caricato non esiste più. Lo carichi di nuovo.',
    NOT_BASE64: 'Questo non è Base64.',
    HEADER_NOT_ALLOWED: 'Questa intestazione non è permessa.',
    NOT_FOR_FAX: 'Con un server fax non è possibile.',
    NUMBER_NOT_VALID:
      'Inserisca il numero di fax con + e il prefisso internazionale, per esempio +39 040 226338.',
    TYPE_NOT_ALLOWED: 'Questo tipo di file qui non è permesso.',
    TEMPLATE_NOT_VALID: 'Scriva un indirizzo con un solo {number}, per esempio FAX={number}@fax.example.org.',
    PEM_NOT_VALID:
      'Non si può leggere come certificato. Incolli tutto il testo, da -----BEGIN CERTIFICATE-----.',
    PEM_HAS_PRIVATE_KEY:
      'Tolga la chiave privata: deve restare sul suo server. Non è stato memorizzato nulla; incolli solo il certificato.',
    TOO_MANY: 'Sono troppi in una volta.',
    NO_RECIPIENT: 'Indichi almeno un destinatario.',

    'name.REQUIRED': 'Inserisca un nome.',
    'hostname.REQUIRED': 'Inserisca il nome host o l’indirizzo IP del server.',
    'hostname.BAD_FORMAT': 'Inserisca un nome host come smtp.example.org, o un indirizzo IP, senza porta.',
    'port.REQUIRED': 'Inserisca la porta.',
    'port.OUT_OF_RANGE': 'Inserisca una porta da 1 a 65535; le più usate sono 587, 465 e 25.',
    'timeoutSeconds.OUT_OF_RANGE': 'Inserisca un tempo massimo da 1 a 600 secondi.',
    'maxConnections.OUT_OF_RANGE': 'Inserisca da 1 a 100 connessioni.',
    'messagesPerMinute.OUT_OF_RANGE':
      'Inserisca da 1 a 1000000 email al minuto, oppure lasci vuoto per nessun limite.',
    'maxAttachmentBytes.OUT_OF_RANGE':
      'Inserisca da 1 a 2147483647 byte, oppure lasci vuoto per nessun limite.',
    'username.REQUIRED': 'Inserisca il nome utente a cui appartiene la password.',
    'ehloName.BAD_FORMAT':
      'Inserisca un nome host come app.example.org, o un indirizzo tra parentesi quadre.',
    'faxAddressTemplate.REQUIRED':
      'Inserisca come il gateway vuole i numeri, per esempio FAX={number}@fax.example.org.',
    'server.REQUIRED': 'Scelga un server: quello a cui era destinata è stato eliminato.',
    'server.ADDRESS_NOT_STRICT':
      'Scelga un server che accetti anche indirizzi contrari allo standard: uno degli indirizzi lo è.',
    'server.NOT_FOR_FAX':
      'Tenga il server: fax ed email non possono scambiarsi di posto, i loro indirizzi sono diversi.',
    'attachmentAsUrlEnabled.NOT_FOR_FAX': 'Lo disattivi: un fax non può portare un link.',
    'isEnabled.SERVER_DISABLED':
      'È il server predefinito: prima ne renda predefinito un altro, poi lo disattivi.',
    'addressOrDomain.BAD_FORMAT':
      'Inserisca un indirizzo email come ada@example.org o un dominio come example.org.',
    'email.REQUIRED': 'Inserisca un indirizzo email come ada@example.org: serve per accedere.',
    'email.BAD_FORMAT': 'Inserisca un indirizzo email come ada@example.org: serve per accedere.',
    'email.NAME_TAKEN': 'Qualcuno accede già con questo indirizzo. Ne scelga un altro.',
    'name.BAD_FORMAT': 'Scelga un nome senza @: nel registro attività non deve sembrare un utente.',
    'scopes.REQUIRED': 'Scelga che cosa può fare il token: almeno una voce.',
    'allowedFrom.ADDRESS_NOT_VALID':
      'Inserisca un indirizzo come crm@example.org o un dominio come @example.org.',
    'expiresAt.OUT_OF_RANGE': 'Scelga un momento che deve ancora venire.',
    'pem.REQUIRED': 'Incolli un certificato.',
    'setupToken.WRONG_CREDENTIALS':
      'Questo non è il codice di configurazione: apra il link che il servizio ha stampato all’avvio.',
  },

  refusals: {
    NOT_FOUND: 'Non esiste più: forse è stato eliminato.',
    NAME_TAKEN: 'Questo nome esiste già. Ne scelga un altro; maiuscole e minuscole non contano.',
    EDIT_CONFLICT: 'Nel frattempo qualcun altro lo ha salvato. Lo guardi, poi salvi di nuovo.',
    SERVER_IN_USE:
      'Questo server è ancora in uso: se è quello predefinito, prima ne renda predefinito un altro; se delle email lo attendono, le lasci prima partire.',
    NO_DEFAULT_SERVER: 'Non c’è un server predefinito. Ne renda predefinito uno.',
    IDEMPOTENCY_CONFLICT: 'La stessa chiave di idempotenza è già arrivata con un altro contenuto.',
    WRONG_STATE: 'Per questa email è troppo tardi.',
    WRONG_CREDENTIALS: 'L’indirizzo email o la password è sbagliato. Riprovi.',
    PASSWORD_EXPIRED:
      'Questa prima password andava cambiata in tempo, ed è scaduta: ne chieda un’altra a un amministratore.',
    SECOND_FACTOR_REQUIRED: 'Inserisca il codice della Sua app di autenticazione o un codice di recupero.',
    REAUTHENTICATION_REQUIRED:
      'Per questo deve dimostrare ancora una volta che è Lei. Non è stato modificato nulla.',
    LAST_ADMINISTRATOR: 'È l’ultimo account amministratore. Prima renda amministratore qualcun altro.',
    ALREADY_SET_UP: 'Esiste già un account amministratore: acceda.',
  },
};
