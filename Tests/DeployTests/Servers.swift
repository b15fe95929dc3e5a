import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// A real server that runs as long as the test holds it.
final class Server {
  let port: Int
  private let process: Process

  private init(port: Int, process: Process) {
    self.port = port
    self.process = process
  }

  deinit {
    // The test runner may hold back gentler signals, and its children inherit that.
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// An sshd of this very user, whose keys lie in a folder.
  static func secureShell(keys folder: URL) throws -> Server {
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
    return try start(
      "/usr/sbin/sshd", ["-D", "-e", "-f", folder.appending(path: "sshd_config").path], port: port)
  }

  /// An rsync daemon with one module, `sitio`, that takes files from whoever knows the password.
  static func rsync(module folder: URL, password: String, scratch: URL) throws -> Server {
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
    return try start(
      "/usr/bin/rsync",
      ["--daemon", "--no-detach", "--address=127.0.0.1", "--port=\(port)", "--config=\(settings.path)"],
      port: port)
  }

  /// Repositories over git's smart HTTP.
  static func git(repositories folder: URL, user: String, password: String) throws -> Server {
    let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Servers/git-http.py")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = [script.path, folder.path, user, password]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    let port = try #require(Int(line.trimmingCharacters(in: .whitespacesAndNewlines)))
    return Server(port: port, process: process)
  }

  /// Runs a command to its end; returns what it printed.
  @discardableResult
  static func run(_ name: String, _ arguments: [String], in folder: URL? = nil) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [name] + arguments
    process.currentDirectoryURL = folder
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(name) \(arguments.joined(separator: " "))")
    return String(decoding: said, as: UTF8.self)
  }

  private static func start(_ path: String, _ arguments: [String], port: Int) throws -> Server {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    try process.run()
    var tries = 0
    while !answers(port), tries < 400 {
      usleep(25_000)
      tries += 1
    }
    return Server(port: port, process: process)
  }

  private static func address(_ port: Int) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    return address
  }

  private static func answers(_ port: Int) -> Bool {
    let end = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(end) }
    var address = address(port)
    return withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(end, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
  }

  private static func freePort() throws -> Int {
    let end = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(end) }
    var address = address(0)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(end, $0, length) == 0 && getsockname(end, $0, &length) == 0
      }
    }
    try #require(bound)
    return Int(in_port_t(bigEndian: address.sin_port))
  }
}
