import Foundation

/// The lines of a fixture that say something, in fields between `|`.
func rows(of fixture: String, beside file: String = #filePath) throws -> [[String]] {
  let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
  let text = try String(contentsOf: folder.appending(path: "Fixtures/\(fixture)"), encoding: .utf8)
  return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
    line.components(separatedBy: " | ")
  }
}

/// The text that a closure writes.
func written(_ write: (inout [UInt8]) throws -> Void) rethrows -> String {
  var bytes: [UInt8] = []
  try write(&bytes)
  return String(decoding: bytes, as: UTF8.self)
}
