import Diagnostics
import Disk
import Language
import Site
import Workers

/// Writes a site of small files, again with some changes, again with none, and tells how long each took; or writes one
/// version of it, for the tests that end this program in the midst.
///
///     OutputBenchmark FOLDER [COUNT]            measures in an empty folder
///     OutputBenchmark FOLDER COUNT VERSION      writes FOLDER/public once
@main
enum OutputBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let folder = arguments.first.map({ Path($0) }) else {
      return say("OutputBenchmark FOLDER [COUNT [VERSION]]\n")
    }
    let count = arguments.dropFirst().first.flatMap { Int($0) } ?? 30_000
    if let version = arguments.dropFirst(2).first.flatMap({ Int($0) }) {
      return say("\(try build(folder, count: count, version: version))\n")
    }
    for (name, version) in [
      ("all new", 0), ("a tenth changed", 1), ("nothing changed", 1), ("all changed", 2),
    ] {
      let clock = ContinuousClock()
      let start = clock.now
      let summary = try build(folder, count: count, version: version)
      say("\(name): \(clock.now - start), \(summary)\n")
    }
  }

  static func build(_ folder: Path, count: Int, version: Int) throws -> OutputSummary {
    let staging = try Staging(folder.appending("public"), of: folder, home: nil)
    let files = (0..<count).compactMap { number -> (String, [UInt8])? in
      let file = SampleFile(number: number, version: version)
      return file.path.map { ($0, file.bytes) }
    }
    _ = try Workers(count: Workers.processors).map(files) { path, bytes in try staging.write(path, bytes) }
    return try staging.commit()
  }

  static func say(_ text: String) { Stream.standardOutput.write(Array(text.utf8)) }
}

/// A file of a version of the site: most stay, some change, come, go, or turn from a file into a folder and back.
struct SampleFile {
  let number: Int
  let version: Int

  /// Nil where this version has no such file.
  var path: String? {
    switch number % 20 {
    case 0 where version % 2 == 1: nil
    case 1 where version % 2 == 0: nil
    case 2: version % 3 == 0 ? "blog/\(number)" : "blog/\(number)/index.html"
    case 3: "assets/\(number).\(version).css"
    default: "blog/\(number % 100)/\(number)/index.html"
    }
  }

  var bytes: [UInt8] {
    let edition = version == 2 || number % 10 == 4 ? version : 0
    let line = "page \(number), edition \(edition): "
    return Array(line.utf8) + [UInt8](repeating: UInt8(ascii: "x"), count: 2_000)
  }
}
