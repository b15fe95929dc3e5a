import Foundation
import TestSupport

/// The real program, run as a user runs it: the release build where `./dev test` has made one.
struct Program {
  /// What one run left behind.
  struct Run: Equatable {
    let output: String
    let errors: String
    let status: Int32
  }

  static let path = BuiltProgram.path

  /// Whether the build at hand is the one that users get.
  static let isRelease = BuiltProgram.isRelease

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
    let scratch = try TemporaryFolder()
    let files = try ["in", "out", "err"].map { name in
      let file = scratch.url.appending(path: name)
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
