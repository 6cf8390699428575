cli-listening = Tong Ket runs at { $address }
cli-stop = Press Ctrl+C to stop.
cli-data = Data lies in { $folder }; start with --data { $folder } to go on with it.
cli-sign-ins = Accounts to try (one password: { $password })
cli-port-taken = Another program uses port { $port }. Choose another with --port.
cli-folder-unwritable = The folder { $folder } cannot be written to. Choose another with --data.
cli-schema-newer = The database belongs to a newer version ({ $found }; this program knows { $known }). Use a newer program.
cli-database-unreachable = The database { $url } cannot be reached: { $why }
cli-file-unreadable = The file { $file } cannot be read: { $why }
cli-verified = { $n ->
    [one] Checked { $n } thing, nothing differs.
   *[other] Checked { $n } things, nothing differs.
 }
cli-verify-failed = { $n ->
    [one] { $n } difference:
   *[other] { $n } differences:
 }
