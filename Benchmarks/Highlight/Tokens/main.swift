// Prints how files are coloured, for comparing with Pygments, or measures how fast: `tokens LANGUAGE FILE…`,
// `tokens --speed LANGUAGE FILE…`.

import Diagnostics
import Foundation
import Highlight
import Language

var arguments = Array(CommandLine.arguments.dropFirst())
let isMeasuring = arguments.first == "--speed"
if isMeasuring { arguments.removeFirst() }
for mistake in Grammars.builtIn.mistakes() {
  let place = mistake.place
  let spot = "\(place?.line ?? 0):\(place?.column ?? 0) \(place?.text ?? "")"
  FileHandle.standardError.write(Data("\(mistake.finding.sentence(in: .english).message) \(spot)\n".utf8))
}
let highlighter = Highlighter()
guard let name = arguments.first, let language = highlighter.language(named: name) else {
  print("unknown language")
  exit(2)
}

var files: [[UInt8]] = []
for path in arguments.dropFirst() {
  files.append(try [UInt8](Data(contentsOf: URL(fileURLWithPath: path))))
}

if isMeasuring {
  var out: [UInt8] = []
  var bytes = 0
  let start = clock()
  while clock() - start < CLOCKS_PER_SEC {
    for file in files {
      out.removeAll(keepingCapacity: true)
      highlighter.highlight(file.span, as: language, into: &out)
      bytes += file.count
    }
  }
  let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
  print(name, Int(Double(bytes) / seconds / 1e6), "MB/s of CPU time")
} else {
  var tokens: [Token] = []
  for file in files {
    highlighter.tokens(of: file.span, as: language, into: &tokens)
    var start = 0
    var line = ""
    for token in tokens {
      line +=
        "\(token.end - start) \(token.style.className.description.isEmpty ? "-" : token.style.className.description) "
      start = token.end
    }
    print(line)
  }
}
