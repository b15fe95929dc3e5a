import Bytes
import Diagnostics
import Language
import Testing

/// A finding of the tests' own.
private struct Sample: Finding {
  var code = "sample-finding"
  var severity = Severity.error
  var hint: String? = "write something else"

  func sentence(in tongue: Tongue) -> Sentence {
    Sentence(tongue.pick(en: "this is wrong", es: "esto está mal"), hint: hint)
  }
}

@Suite("A mistake for a person")
struct HumanMistakeTests {
  private func shown(_ text: String, _ range: Range<Int>, tongue: Tongue = .english, ink: Ink = .none)
    -> String
  {
    var out: [UInt8] = []
    Source(path: "a.md", bytes: Array(text.utf8)).mistake(Sample(), at: range).write(
      in: tongue, ink: ink, into: &out)
    return String(decoding: out, as: UTF8.self)
  }

  @Test("shows the place, the line, a caret and the remedy")
  func plain() {
    #expect(
      shown("uno\ntitle: x\n", 4..<9) == """
        a.md:2:1: error: this is wrong
           2 | title: x
             | ^~~~~
        hint: write something else

        """
    )
  }

  @Test("speaks Spanish when asked")
  func spanish() {
    #expect(
      shown("título: x", 0..<7, tongue: .spanish) == """
        a.md:1:1: error: esto está mal
           1 | título: x
             | ^~~~~~
        pista: write something else

        """
    )
  }

  @Test(
    "puts the caret below what is meant",
    arguments: [
      ("a\tb", 2..<3, "   1 | a       b\n     |         ^"),
      ("漢字x", 6..<7, "   1 | 漢字x\n     |     ^"),
      ("e\u{301}x", 3..<4, "   1 | e\u{301}x\n     |  ^"),
      ("漢", 0..<3, "   1 | 漢\n     | ^~"),
      ("", 0..<0, "   1 | \n     | ^"),
      ("a\u{0}b", 2..<3, "   1 | a␀b\n     |   ^"),
      ("ab", 2..<2, "   1 | ab\n     |   ^"),
    ]
  )
  func caret(text: String, range: Range<Int>, expected: String) {
    #expect(shown(text, range).contains(expected + "\n"))
  }

  @Test("cuts a long line to a window around the place")
  func window() {
    let text = String(repeating: "a", count: 500) + "X" + String(repeating: "b", count: 500)
    #expect(
      shown(text, 500..<501).contains(
        "   1 | …" + String(repeating: "a", count: 23) + "X" + String(repeating: "b", count: 46)
          + "…\n     | "
          + String(repeating: " ", count: 24) + "^\n"
      )
    )
  }

  @Test("uses colour only with ink")
  func colour() {
    #expect(shown("x", 0..<1, ink: .ansi).contains("\u{1B}[1;31merror:\u{1B}[0m"))
    #expect(!shown("x", 0..<1).contains("\u{1B}"))
  }

  @Test("names a file without a place, with control characters made visible")
  func fileOnly() {
    var out: [UInt8] = []
    Source(path: "a\nb.md", bytes: []).mistake(Sample(hint: nil)).write(in: .english, ink: .none, into: &out)
    #expect(String(decoding: out, as: UTF8.self) == "a␊b.md: error: this is wrong\n")
  }
}

@Suite("A mistake for a program")
struct MachineMistakeTests {
  private let mistake = Source(path: "a,b.md", bytes: Array("uno\n\"dos\"".utf8)).mistake(Sample(), at: 4..<9)

  @Test("is one line of JSON")
  func json() {
    var out: [UInt8] = []
    mistake.writeJSON(in: .english, into: &out)
    #expect(
      String(decoding: out, as: UTF8.self) == #"""
        {"severity":"error","code":"sample-finding","path":"a,b.md","line":2,"column":1,"endColumn":6,"message":"this is wrong","hint":"write something else","source":"\"dos\""}

        """#
    )
  }

  @Test("is a workflow command for GitHub")
  func github() {
    var out: [UInt8] = []
    mistake.writeGitHub(in: .english, into: &out)
    #expect(
      String(decoding: out, as: UTF8.self) == """
        ::error file=a%2Cb.md,line=2,col=1,endColumn=6,title=sample-finding::this is wrong%0Awrite something else

        """
    )
  }
}

@Suite("A report")
struct ReportTests {
  private func mistake(_ path: String, at offset: Int, _ severity: Severity = .error) -> Mistake {
    Source(path: path, bytes: Array("abcdef".utf8)).mistake(
      Sample(severity: severity), at: offset..<offset + 1)
  }

  @Test("is sorted by place and tells each mistake once")
  func sorted() {
    let report = Report([mistake("b", at: 0), mistake("a", at: 3), mistake("a", at: 1), mistake("a", at: 3)])
    #expect(report.sorted.map { "\($0.path):\($0.place?.column ?? 0)" } == ["a:2", "a:4", "b:1"])
  }

  @Test("counts in words")
  func summary() {
    let report = Report([mistake("a", at: 0), mistake("a", at: 1, .warning), mistake("a", at: 2, .warning)])
    #expect(report.summary(in: .english) == "1 error, 2 warnings")
    #expect(report.summary(in: .spanish) == "1 error, 2 avisos")
  }

  @Test("fails on errors, and on warnings when strict")
  func failing() {
    #expect(Report([mistake("a", at: 0)]).fails())
    #expect(!Report([mistake("a", at: 0, .warning)]).fails())
    #expect(Report([mistake("a", at: 0, .warning)]).fails(strict: true))
    #expect(!Report([mistake("a", at: 0, .note)]).fails(strict: true))
  }
}
