import Foundation

/// Servers on loopback, run by a Python script that prints each listener's name and port, then `ready 0`.
///
/// They end when this process does: their standard input is then closed, and they remove the certificates' folder.
public struct LocalServer: Sendable {
  public let certificates: Certificates
  private let ports: [String: Int]
  /// While it is open, the server runs.
  private let input: Pipe
  private let process: Spawned

  public init(
    script: String, arguments: [String] = [], python: String = "python3", besides file: String = #filePath
  ) throws {
    certificates = try Certificates()
    input = Pipe()
    let output = Pipe()
    let path = URL(filePath: file).deletingLastPathComponent().appending(path: script).path
    process = try Spawned(
      [python, path, certificates.folder.path] + arguments, variables: ProcessInfo.processInfo.environment,
      input: .descriptor(input.fileHandleForReading.fileDescriptor),
      output: .descriptor(output.fileHandleForWriting.fileDescriptor), errors: .inherited)
    try input.fileHandleForReading.close()
    try output.fileHandleForWriting.close()
    var told = ""
    while !told.contains("ready 0\n") {
      let piece = output.fileHandleForReading.availableData
      guard !piece.isEmpty else { throw NotStarted(told: told) }
      told += String(decoding: piece, as: UTF8.self)
    }
    let pairs = told.split(separator: "\n").map { $0.split(separator: " ") }
    ports = Dictionary(uniqueKeysWithValues: pairs.map { (String($0[0]), Int($0[1]) ?? 0) })
  }

  /// The port of a listener.
  public func port(_ name: String) -> Int { ports[name] ?? 0 }

  /// The URL of something at a listener.
  public func url(_ name: String = "good", _ path: String = "", scheme: String = "https") -> String {
    "\(scheme)://127.0.0.1:\(port(name))/\(path)"
  }

  struct NotStarted: Error {
    let told: String
  }
}
