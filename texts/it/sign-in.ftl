# Signing in to the console.
sign-in-title = Accedi
sign-in-heading = Accedi alla console
sign-in-who = Per il personale di { $tenant }
sign-in-user = Nome utente
sign-in-password = Password
sign-in-submit = Accedi
sign-in-external = Accedi con { $provider }
sign-in-or = oppure
sign-in-forgot = Password dimenticata? La rinnova chi amministra le utenze.
sign-in-ended-lead = Sessione terminata.
sign-in-ended = Accedi per continuare da dove eri: le bozze sono salvate.
sign-in-out-lead = Uscita fatta.
sign-in-out = Puoi chiudere la finestra.
sign-in-wrong = Nome utente o password non corrispondono. Controlla le maiuscole.
sign-in-blocked = Troppi tentativi: riprova dopo le { $time }, oppure chiama chi amministra le utenze.
sign-in-faults = { $count ->
    [one] Non inviato: correggi 1 campo
   *[other] Non inviato: correggi { $count } campi
}
sign-in-missing-user = Manca il nome utente
sign-in-missing-password = Manca la password
sign-in-code-title = Codice di verifica
sign-in-code-heading = Scrivi il codice di verifica
sign-in-code-text = Il codice di 6 cifre è nell’app di autenticazione del telefono.
sign-in-code = Codice
sign-in-code-submit = Verifica
sign-in-code-wrong = Il codice non vale più o ha una cifra diversa: scrivi quello che l’app mostra adesso
sign-in-code-length = { $count ->
    [one] Ha 1 cifra: ne servono 6
   *[other] Ha { $count } cifre: ne servono 6
}
sign-in-back = Torna all’accesso
sign-in-customers = Sei un cliente? Vai all’area clienti
sign-in-accessibility = Accessibilità
