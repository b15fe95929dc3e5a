import Foundation
import HTTP
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// A preview as users start it, in a process of its own; it ends with its test.
final class Serving: Sendable {
  let identity: Int32
  private let process: Process
  private let scratch: TemporaryFolder

  /// Starts it at any free port; where given, in a room of the kernel that watches only so many folders.
  init(_ arguments: [String], watches: Int? = nil) throws {
    scratch = try TemporaryFolder()
    process = Process()
    let command = [Program.path, "serve", "--port", "0"] + arguments
    if let watches {
      process.executableURL = URL(filePath: "/usr/bin/unshare")
      process.arguments =
        ["-Ur", "/bin/sh", "-c", "echo \(watches) > \(Self.limit) && exec \"$@\"", "sh"] + command
    } else {
      process.executableURL = URL(filePath: Program.path)
      process.arguments = Array(command.dropFirst())
    }
    process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]
    for name in ["out", "err"] { try scratch.write("", to: name) }
    process.standardOutput = try FileHandle(forWritingTo: scratch.url.appending(path: "out"))
    process.standardError = try FileHandle(forWritingTo: scratch.url.appending(path: "err"))
    process.standardInput = FileHandle.nullDevice
    try process.run()
    identity = process.processIdentifier
  }

  deinit { if process.isRunning { kill(identity, SIGKILL) } }

  /// What it told on standard error so far.
  var told: String { scratch.text("err") ?? "" }

  /// The address, as soon as it is there.
  func address(sourceLocation: SourceLocation = #_sourceLocation) throws -> String {
    try wait(for: "the address", sourceLocation: sourceLocation) {
      scratch.text("out")?.hasSuffix("\n") == true
    }
    return (scratch.text("out") ?? "").trimmingCharacters(in: .newlines)
  }

  /// Waits until something is told.
  func waits(for text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    try wait(for: text, sourceLocation: sourceLocation) { told.contains(text) }
  }

  /// Waits until something is so, for half a minute at most.
  func wait(
    for what: String, sourceLocation: SourceLocation = #_sourceLocation, until isSo: () throws -> Bool
  ) throws {
    for _ in 0..<1_500 {
      if try isSo() { return }
      try #require(process.isRunning, "it has ended: \(told)", sourceLocation: sourceLocation)
      usleep(20_000)
    }
    Issue.record("never: \(what)\n\(told)", sourceLocation: sourceLocation)
  }

  /// Presses Ctrl-C and waits for the end; the exit code, or the signal's number negated.
  func interrupt() throws -> Int32 {
    kill(identity, SIGINT)
    process.waitUntilExit()
    return process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
  }

  /// How many threads are at work.
  var threads: Int {
    (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(identity)/task").count) ?? 0
  }

  /// What is served at an address.
  static func text(_ address: String) throws -> String {
    let client = Client(proxy: .none, allowsPlain: true)
    return String(decoding: try client.send(Request(.get, address)).body, as: UTF8.self)
  }

  /// A socket with an open stream of events.
  static func stream(at port: Int) throws -> Int32 {
    let end = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    let connected = withUnsafeBytes(of: &address) { bytes in
      bytes.withMemoryRebound(to: sockaddr.self) { connect(end, $0.baseAddress, socklen_t(bytes.count)) }
    }
    try #require(connected == 0)
    let request = Array("GET /.sitegen/events?page=/blog/0/ HTTP/1.1\r\nHost: localhost\r\n\r\n".utf8)
    send(end, request, request.count, Int32(MSG_NOSIGNAL))
    var answer = [UInt8](repeating: 0, count: 64)
    try #require(recv(end, &answer, answer.count, 0) > 0)
    return end
  }

  /// The number of watches that a user has in a user namespace of its own.
  private static let limit = "/proc/sys/user/max_inotify_watches"

  /// Whether the system lets us make such a room.
  static let canLimitWatches =
    (try? LocalProgram.run("unshare", ["-Ur", "/bin/sh", "-c", "echo 100 > \(limit)"])) != nil
}
