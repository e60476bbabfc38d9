# Signing in to the console.
sign-in-title = Sign in
sign-in-heading = Sign in to the console
sign-in-who = For the staff of { $tenant }
sign-in-user = User name
sign-in-password = Password
sign-in-submit = Sign in
sign-in-external = Sign in with { $provider }
sign-in-or = or
sign-in-forgot = Forgot the password? Whoever administers the accounts renews it.
sign-in-ended-lead = Session ended.
sign-in-ended = Sign in to go on from where you were: drafts are saved.
sign-in-out-lead = Signed out.
sign-in-out = You can close the window.
sign-in-wrong = User name and password do not match. Check the capital letters.
sign-in-blocked = Too many attempts: try again after { $time }, or call whoever administers the accounts.
sign-in-faults = { $count ->
    [one] Not sent: correct 1 field
   *[other] Not sent: correct { $count } fields
}
sign-in-missing-user = The user name is missing
sign-in-missing-password = The password is missing
sign-in-code-title = Verification code
sign-in-code-heading = Type the verification code
sign-in-code-text = The 6-digit code is in the authenticator app of the telephone.
sign-in-code = Code
sign-in-code-submit = Verify
sign-in-code-wrong = The code has expired or a digit differs: type the one the app shows now
sign-in-code-length = { $count ->
    [one] It has 1 digit: 6 are needed
   *[other] It has { $count } digits: 6 are needed
}
sign-in-back = Back to sign in
sign-in-customers = Are you a customer? Go to the customer area
sign-in-accessibility = Accessibility
