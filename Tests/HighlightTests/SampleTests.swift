import Diagnostics
import Foundation
import Highlight
import Testing

@Suite("A language")
struct SampleTests {
  @Test("is coloured as its sample shows", arguments: try Sample.all())
  func sample(_ sample: Sample) throws {
    let language = try #require(Highlighter().language(named: sample.language))
    let colours = Sample.colours(of: Array(sample.code.utf8), as: language)
    if ProcessInfo.processInfo.environment["RECORD_FIXTURES"] != nil {
      let file = Sample.folder.appending(path: "\(sample.language).test")
      try "\(sample.code.dropLast())\n.\n\(colours)".write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(sample.language)")
    }
    #expect(colours == sample.expected)
  }

  @Test("has a grammar without mistakes")
  func grammars() {
    #expect(Grammars.builtIn.mistakes().map { "\($0.place?.text ?? ""): \($0.finding)" } == [])
    #expect(Grammars.builtIn.names.count >= 38)
  }

  @Test("keeps every byte of damaged code, in order")
  func roundTrip() {
    var seed: UInt64 = 42
    func next(_ bound: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % bound
    }
    let pieces = [
      "\"", "'", "`", "{", "}", "{{", "<<E\n", "E\n", "\n", "/*", "//", "#", "$(", "ñ", "\0", "<", "a", " ",
      "\\", "]",
    ]
    for name in Grammars.builtIn.names {
      guard let language = Highlighter().language(named: name) else { continue }
      for round in 0..<2 {
        var code: [UInt8] = []
        for _ in 0..<200 { code += Array(pieces[next(pieces.count)].utf8) }
        code += [0xFF, UInt8(next(256))]
        var tokens: [Token] = []
        Highlighter().tokens(of: code.span, as: language, into: &tokens)
        #expect(tokens.last?.end == code.count, "\(name), round \(round), seed 42")
        #expect(
          zip(tokens, tokens.dropFirst()).allSatisfy { $0.end < $1.end }, "\(name), round \(round), seed 42")
      }
    }
  }

  @Test(
    "takes time linear in hostile code",
    arguments: ["\"", "{", "<<A\n$(", "/*", "(", "`${", "a: |\n ", "<script>", "\\("])
  func hostile(piece: String) {
    for name in ["bash", "yaml", "javascript", "html", "swift", "markdown", "rust", "hcl"] {
      guard let language = Highlighter().language(named: name) else { continue }
      func cost(_ size: Int) -> Duration {
        let code = Array(String(repeating: piece, count: size / piece.utf8.count).utf8)
        var tokens: [Token] = []
        return ContinuousClock().measure { Highlighter().tokens(of: code.span, as: language, into: &tokens) }
      }
      _ = cost(10)
      #expect(cost(5_000) < .seconds(10), "\(name)")
    }
  }

  @Test(
    "answers to its aliases in any letter case",
    arguments: ["yml", "SH", "Dockerfile", "tf", "golang", "c++", "jsonc"])
  func aliases(name: String) {
    #expect(Highlighter().language(named: name) != nil)
    #expect(Highlighter().language(named: "klingon") == nil)
  }
}
