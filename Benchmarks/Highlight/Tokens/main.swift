// Colours files, for comparing and measuring:
//   `LANGUAGE FILE…` prints the tokens of each file on one line, for comparing with Pygments;
//   `--html LANGUAGE FILE…` prints the files as HTML;
//   `--speed LANGUAGE FILE…` measures one language;
//   `--mixed FOLDER…` measures all files that are named after a language or an alias of one, such as `3.yaml`.

import Diagnostics
import Foundation
import Highlight
import Language

let highlighter = Highlighter()
for mistake in Grammars.builtIn.mistakes() {
  let place = mistake.place
  let spot = "\(place?.line ?? 0):\(place?.column ?? 0) \(place?.text ?? "")"
  FileHandle.standardError.write(Data("\(mistake.finding.sentence(in: .english).message) \(spot)\n".utf8))
}

func read(_ path: String) throws -> [UInt8] {
  try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
}

/// Colours the files for some time, HTML included, and gives how long a round takes.
func secondsPerRound(_ files: [[UInt8]], as language: LanguageID, for time: Double) -> Double {
  var out: [UInt8] = []
  var rounds = 0.0
  let start = clock()
  var seconds = 0.0
  repeat {
    for file in files {
      out.removeAll(keepingCapacity: true)
      highlighter.highlight(file.span, as: language, into: &out)
    }
    rounds += 1
    seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
  } while seconds < time
  return seconds / rounds
}

func describe(_ name: String, _ bytes: Int, _ seconds: Double) -> String {
  "\(name): \(Int(Double(bytes) / seconds / 1e6)) MB/s of CPU time, \(bytes) bytes"
}

func measureMixed(_ folders: ArraySlice<String>) throws {
  var files: [String: [[UInt8]]] = [:]
  for folder in folders {
    for path in FileManager.default.enumerator(atPath: folder) ?? .init() {
      guard let path = path as? String, let dot = path.lastIndex(of: ".") else { continue }
      let name = String(path[path.index(after: dot)...])
      guard highlighter.language(named: name) != nil else { continue }
      files[name, default: []].append(try read("\(folder)/\(path)"))
    }
  }
  var all = (bytes: 0, seconds: 0.0)
  for (name, files) in files.sorted(by: { $0.key < $1.key }) {
    guard let language = highlighter.language(named: name) else { continue }
    let bytes = files.reduce(0) { $0 + $1.count }
    _ = secondsPerRound(files, as: language, for: 0)
    let seconds = secondsPerRound(files, as: language, for: 0.25)
    print(describe(name, bytes, seconds))
    all.bytes += bytes
    all.seconds += seconds
  }
  guard all.bytes > 0 else { return print("no code that could be coloured") }
  print(describe("mixed", all.bytes, all.seconds))
}

func printTokens(_ file: [UInt8], as language: LanguageID) {
  var tokens: [Token] = []
  highlighter.tokens(of: file.span, as: language, into: &tokens)
  var start = 0
  var line = ""
  for token in tokens {
    let name = token.style.className.description
    line += "\(token.end - start) \(name.isEmpty ? "-" : name) "
    start = token.end
  }
  print(line)
}

var arguments = CommandLine.arguments.dropFirst()
let mode = arguments.first.flatMap { $0.hasPrefix("--") ? $0 : nil }
if mode != nil { arguments.removeFirst() }
if mode == "--mixed" {
  try measureMixed(arguments)
  exit(0)
}
guard let name = arguments.popFirst(), let language = highlighter.language(named: name) else {
  print("unknown language")
  exit(2)
}
let files = try arguments.map(read)
switch mode {
case "--speed":
  let seconds = secondsPerRound(files, as: language, for: 1)
  print(describe(name, files.reduce(0) { $0 + $1.count }, seconds))
case "--html":
  for file in files {
    var out: [UInt8] = []
    highlighter.highlight(file.span, as: language, into: &out)
    FileHandle.standardOutput.write(Data(out))
  }
default:
  for file in files { printTokens(file, as: language) }
}
