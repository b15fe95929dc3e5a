import Foundation

/// The program whose output plain mode must equal; Debian's package cmark-gfm.
enum Oracle {
  static let program = "/usr/bin/cmark-gfm"
  static let specification = "/usr/share/doc/cmark-gfm/spec.txt.gz"
  static let flags = [
    "--unsafe", "-e", "table", "-e", "strikethrough", "-e", "autolink", "-e", "tasklist", "-e", "footnotes",
  ]

  static func html(of file: URL) throws -> [UInt8] {
    Array(try output(of: program, flags + [file.path]))
  }

  static func html(of text: String) throws -> [UInt8] {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).md")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(text.utf8).write(to: file)
    return try html(of: file)
  }

  /// Every example of the specification: its Markdown, with arrows for tabs resolved.
  static func examples() throws -> [String] {
    let text = String(decoding: try output(of: "/usr/bin/gzip", ["-dc", specification]), as: UTF8.self)
    let fence = String(repeating: "`", count: 32)
    var examples: [String] = []
    var current: [Substring]?
    var isInput = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix(fence + " example") {
        (current, isInput) = ([], true)
      } else if line == fence, let lines = current {
        examples.append(lines.map { $0.replacing("→", with: "\t") + "\n" }.joined())
        current = nil
      } else if line == "." {
        isInput = false
      } else if isInput {
        current?.append(line)
      }
    }
    return examples
  }

  private static func output(of program: String, _ arguments: [String]) throws -> Data {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardOutput = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return data
  }
}
