import Foundation

/// Certificates made for one run of the tests, in a folder of their own; nothing secret is kept in the repository.
///
/// `authority` vouches for `server` (localhost and 127.0.0.1), `other` (another name), `expired` and `client`;
/// `lone` is signed by itself. Each has a `.pem` and a `.key`.
public struct Certificates: Sendable {
  public let folder: URL

  public init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "sitegen-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let here = "subjectAltName=DNS:localhost,DNS:inside.example,IP:127.0.0.1"
    try openssl(
      ["req", "-x509", "-days", "2", "-subj", "/CN=authority", "-out", "authority.pem"] + key("authority"))
    try openssl(
      ["req", "-x509", "-days", "2", "-subj", "/CN=lone", "-addext", here, "-out", "lone.pem"] + key("lone"))
    try issue("server", for: here, days: 2)
    try issue("other", for: "subjectAltName=DNS:other.example", days: 2)
    try issue("expired", for: here, days: -1)
    try issue("client", for: "extendedKeyUsage=clientAuth", days: 2)
  }

  /// A file's bytes.
  public func read(_ name: String) throws -> [UInt8] {
    try Array(Data(contentsOf: folder.appending(path: name)))
  }

  /// A file's text.
  public func text(_ name: String) throws -> String { String(decoding: try read(name), as: UTF8.self) }

  private func issue(_ name: String, for names: String, days: Int) throws {
    try openssl(["req", "-subj", "/CN=\(name)", "-addext", names, "-out", "\(name).csr"] + key(name))
    try openssl([
      "x509", "-req", "-in", "\(name).csr", "-CA", "authority.pem", "-CAkey", "authority.key",
      "-CAcreateserial",
      "-days", "\(days)", "-copy_extensions", "copy", "-out", "\(name).pem",
    ])
  }

  /// Keys on a curve are made at once, others take their time.
  private func key(_ name: String) -> [String] {
    ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", "\(name).key"]
  }

  private func openssl(_ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["openssl"] + arguments
    process.currentDirectoryURL = folder
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(arguments: arguments) }
  }

  struct Failure: Error {
    let arguments: [String]
  }
}
