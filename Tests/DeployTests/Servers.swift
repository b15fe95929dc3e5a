import Foundation
import TestSupport

#if canImport(Glibc)
  import Glibc
#endif

extension LocalProgram {
  /// An sshd of this very user, whose keys lie in a folder.
  static func secureShell(keys folder: URL) throws -> LocalProgram {
    for key in ["host", "client"] {
      try run("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", folder.appending(path: key).path])
    }
    let port = try freePort()
    let host = try String(contentsOf: folder.appending(path: "host.pub"), encoding: .utf8)
    try "[127.0.0.1]:\(port) \(host)".write(
      to: folder.appending(path: "known_hosts"), atomically: true, encoding: .utf8)
    try """
    Port \(port)
    ListenAddress 127.0.0.1
    HostKey \(folder.appending(path: "host").path)
    AuthorizedKeysFile \(folder.appending(path: "client.pub").path)
    PidFile none
    UsePAM no
    StrictModes no
    PermitRootLogin yes
    PasswordAuthentication no
    MaxStartups 1000
    UseDNS no

    """.write(to: folder.appending(path: "sshd_config"), atomically: true, encoding: .utf8)
    if getuid() == 0 {
      try FileManager.default.createDirectory(atPath: "/run/sshd", withIntermediateDirectories: true)
    }
    return try LocalProgram(
      "/usr/sbin/sshd", ["-D", "-e", "-f", folder.appending(path: "sshd_config").path], port: port)
  }

  /// An rsync daemon with one module, `sitio`, that takes files from whoever knows the password.
  static func rsync(module folder: URL, password: String, scratch: URL) throws -> LocalProgram {
    let port = try freePort()
    let secrets = scratch.appending(path: "secrets")
    try "autor:\(password)\n".write(to: secrets, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: secrets.path)
    let settings = scratch.appending(path: "rsyncd.conf")
    try """
    use chroot = no
    reverse lookup = no
    \(getuid() == 0 ? "uid = root\ngid = root" : "")
    [sitio]
    path = \(folder.path)
    read only = no
    auth users = autor
    secrets file = \(secrets.path)

    """.write(to: settings, atomically: true, encoding: .utf8)
    return try LocalProgram(
      "/usr/bin/rsync",
      ["--daemon", "--no-detach", "--address=127.0.0.1", "--port=\(port)", "--config=\(settings.path)"],
      port: port)
  }
}
