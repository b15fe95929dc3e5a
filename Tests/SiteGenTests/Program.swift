import Foundation

/// The real program, run as a user runs it: the release build where `./dev test` has made one.
struct Program {
  /// What one run left behind.
  struct Run: Equatable {
    let output: String
    let errors: String
    let status: Int32
  }

  static let path: String = {
    if let path = ProcessInfo.processInfo.environment["SITEGEN_BINARY"] { return path }
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return folder.appending(path: ".build/debug/sitegen").path
  }()

  /// Whether the build at hand is the one that users get.
  static let isRelease = ProcessInfo.processInfo.environment["SITEGEN_BINARY"] != nil

  static func run(
    _ arguments: String...,
    input: Data = Data(),
    environment: [String: String] = [:],
    in folder: URL? = nil
  ) throws -> Run {
    try run(arguments: arguments, input: input, environment: environment, in: folder)
  }

  static func run(
    arguments: [String],
    input: Data = Data(),
    environment: [String: String] = [:],
    in folder: URL? = nil
  ) throws -> Run {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"].merging(environment) { $1 }
    if let folder { process.currentDirectoryURL = folder }
    // Files, not pipes: a program that fills one pipe while we read the other would wait for ever.
    let scratch = try Scratch()
    let files = try ["in", "out", "err"].map { name in
      let file = scratch.folder.appending(path: name)
      try (name == "in" ? input : Data()).write(to: file)
      return file
    }
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    return Run(
      output: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self),
      status: process.terminationStatus
    )
  }
}

/// A folder of a test's own, gone when the test is over.
final class Scratch {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "sitegen-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    // Left-overs in the temporary folder harm nobody.
    try? FileManager.default.removeItem(at: folder)
  }

  /// Writes a file, with the folders it needs.
  @discardableResult
  func write(_ name: String, _ bytes: Data) throws -> URL {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: file)
    return file
  }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> URL { try write(name, Data(text.utf8)) }

  func read(_ name: String) throws -> Data { try Data(contentsOf: folder.appending(path: name)) }
}
