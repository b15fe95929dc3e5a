import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// A real server of somebody else's, on a free port of loopback; it runs as long as the test holds it.
public final class LocalProgram: Sendable {
  public let port: Int
  private let process: Spawned

  /// Starts a program and waits until its port answers.
  public init(
    _ program: String, _ arguments: [String], port: Int, variables: [String: String] = [:],
    patience: Int = 400
  ) throws {
    process = try Spawned(
      [program] + arguments, variables: ProcessInfo.processInfo.environment.merging(variables) { $1 })
    self.port = port
    for _ in 0..<patience {
      if Self.answers(port) { return }
      try #require(!process.hasEnded, "\(program) ended at once")
      usleep(25_000)
    }
    Issue.record("\(program) does not answer")
  }

  deinit {
    // The test runner may hold back gentler signals, and its children inherit that.
    process.kill(wholeGroup: false)
    process.wait()
  }

  /// Runs a command to its end; returns what it printed.
  @discardableResult
  public static func run(
    _ name: String, _ arguments: [String], in folder: URL? = nil, variables: [String: String] = [:]
  ) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [name] + arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(variables) { $1 }
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(name) \(arguments.joined(separator: " "))")
    return String(decoding: said, as: UTF8.self)
  }

  /// The first of some paths at which a program lies.
  public static func find(_ paths: String...) -> String? {
    paths.first(where: FileManager.default.isExecutableFile)
  }

  /// A port that nobody listened at a moment ago.
  public static func freePort() throws -> Int {
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

extension LocalProgram {
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
}
