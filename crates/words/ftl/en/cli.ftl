cli-listening = Tong Ket runs at { $address }
cli-stop = Press Ctrl+C to stop.
cli-data = Data lies in { $folder }; start with --data { $folder } to go on with it.
cli-sign-ins = Accounts to try (one password: { $password })
cli-port-taken = Another program uses port { $port }. Choose another with --port.
cli-folder-unwritable = The folder { $folder } cannot be written to. Choose another with --data.
cli-schema-newer = The database belongs to a newer version ({ $found }; this program knows { $known }). Use a newer program.
cli-database-unreachable = The database cannot be reached: { $why }. Check the address in --database.
cli-file-unreadable = The file { $file } cannot be read: { $why }
cli-verified = { $n ->
    [one] Checked { $n } thing, nothing differs.
   *[other] Checked { $n } things, nothing differs.
 }
cli-verify-failed = { $n ->
    [one] { $n } difference:
   *[other] { $n } differences:
 }
cli-broken = It could not be done: { $why }
cli-laying = Laying down sample data…
cli-plan-issuer = Issuer
cli-plan-day = Issued
cli-plan-subject = Reviews
cli-plan-basis = Based on
cli-plan-date = Date
cli-plan-destination = Report to
cli-plan-outline = Outline

demo-place-department = officer of the province's organisation department (sets up, receives, consolidates)
demo-place-leader = leader of the province
demo-place-office = the province's office
demo-place-district = officer of a district federation
demo-place-grassroots = chair of a grassroots union under that district
demo-place-direct = chair of the hospital's union, directly under the province
demo-place-other-branch = chair of a grassroots union in another district
demo-place-people = administrator of the province (manages people)
cli-password-short = The first password must have 10 characters or more.
cli-installed-before = There are data already. Choose another folder with --data.
cli-tree-line = Line { $line } cannot be read: { $text }
cli-installed = Laid down { $units } units and { $people } people. Run tongket serve to begin.
cli-receipt-holds = The receipt is unchanged, its signature holds.
cli-receipt-key-damaged = The key that signs receipts, { $file }, is damaged. Restore it from a backup; if there is none, delete the file to make a new key (which proves no old receipt).
