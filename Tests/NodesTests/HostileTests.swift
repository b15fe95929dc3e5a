import Diagnostics
import Language
import Nodes
import Testing

@Suite("Hostile input")
struct HostileTests {
  /// The first mistake of a text, as `line:column message`.
  static func yaml(_ bytes: [UInt8]) -> String {
    let source = Source(path: "x.yaml", bytes: bytes)
    do throws(Report) {
      _ = try YAML.read(source)
      return "read"
    } catch { return first(of: error) }
  }

  static func json(_ bytes: [UInt8]) -> String {
    let source = Source(path: "x.json", bytes: bytes)
    do throws(Report) {
      _ = try JSON.read(source)
      return "read"
    } catch { return first(of: error) }
  }

  static func first(of report: Report) -> String {
    guard let mistake = report.sorted.first else { return "nothing" }
    let place = mistake.place.map { "\($0.line):\($0.column) " } ?? ""
    return place + mistake.finding.sentence(in: .english).message
  }

  static func repeated(_ text: String, _ count: Int) -> [UInt8] {
    Array(String(repeating: text, count: count).utf8)
  }

  @Test("an alias bomb is refused")
  func bomb() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...12 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    #expect(Self.yaml(Array(text.utf8)) == "5:45 the aliases up to here stand for more than 100000 values")
  }

  @Test("merged bombs and deep aliases are refused")
  func merges() {
    var text = "a0: &a0 [x]\n"
    for level in 1...300 { text += "a\(level): &a\(level) [*a\(level - 1)]\n" }
    #expect(Self.yaml(Array(text.utf8)) == "256:14 more than 256 lists and maps inside each other")
  }

  @Test("ten thousand levels are refused")
  func deep() {
    #expect(Self.yaml(Self.repeated("[", 10_000)) == "1:257 more than 256 lists and maps inside each other")
    #expect(Self.yaml(Self.repeated("- ", 10_000)) == "1:513 more than 256 lists and maps inside each other")
    #expect(Self.json(Self.repeated("[", 10_000)) == "1:257 more than 256 lists and maps inside each other")
    #expect(
      Self.json(Self.repeated("{\"a\":", 50_000)) == "1:1281 more than 256 lists and maps inside each other")
  }

  @Test("fifty thousand brackets are refused")
  func brackets() {
    #expect(Self.yaml(Self.repeated("[", 50_000)) == "1:257 more than 256 lists and maps inside each other")
    #expect(Self.yaml(Self.repeated("[]", 50_000)) == "1:3 text after the end of the document")
    #expect(Self.yaml(Self.repeated("]", 50_000)) == "1:1 a value cannot begin with ]")
  }

  @Test("damaged text is refused where it is damaged")
  func damaged() {
    #expect(Self.yaml([0x61, 0x3A, 0x20, 0xFF]) == "1:4 this is not UTF-8 text")
    #expect(Self.yaml(Array("a: 1\nb: ".utf8) + [0xC3]) == "2:4 this is not UTF-8 text")
    #expect(Self.yaml(Array("a: ".utf8) + [0xED, 0xA0, 0x80]) == "1:4 this is not UTF-8 text")
    #expect(Self.yaml([0]) == "1:1 control character U+0000 in the text")
    #expect(Self.json([0x22, 0xFF, 0x22]) == "1:2 this is not UTF-8 text")
    #expect(Self.json([0]) == "1:1 '\0' is no JSON value")
  }

  @Test("a key that comes again is found among few keys and among many", arguments: [2, 15, 16, 17, 18, 40])
  func repeatedKeys(count: Int) {
    let lines = (0..<count).map { "\"k\($0)\": 0" }
    #expect(Self.json(Array("{\(lines.joined(separator: ",\n"))}".utf8)) == "read")
    for again in Set([0, count / 2, count - 1]) {
      let text = "{\((lines + [lines[again], lines[again]]).joined(separator: ",\n"))}"
      let source = Source(path: "x.json", bytes: Array(text.utf8))
      do throws(Report) {
        _ = try JSON.read(source)
        Issue.record("must fail")
      } catch {
        #expect(
          error.sorted.map { $0.finding.sentence(in: .english).message } == [
            "'k\(again)' is given twice; first in line \(again + 1)",
            "'k\(again)' is given twice; first in line \(count + 1)",
          ])
      }
    }
  }

  @Test("long lines and many keys are read")
  func long() {
    #expect(Self.yaml(Array("a: ".utf8) + Self.repeated("palabra ñ ", 100_000)) == "read")
    #expect(Self.yaml(Array("a: \"".utf8) + Self.repeated("x", 1_000_000) + [0x22]) == "read")
    #expect(Self.yaml(Array((0..<20_000).map { "k\($0): \($0)\n" }.joined().utf8)) == "read")
    #expect(Self.json([0x22] + Self.repeated("x", 1_000_000) + [0x22]) == "read")
  }

  @Test("a file beyond the size limit is refused unread")
  func large() {
    let bytes = [UInt8](repeating: 0x23, count: YAML.sizeLimit + 1)
    #expect(Self.yaml(bytes) == "the file is larger than 64 MB")
    #expect(Self.json(bytes) == "the file is larger than 64 MB")
  }

  @Test("a part of a file is read with the file's places")
  func part() throws {
    let bytes = Array("---\ntítulo: a: b\n---\ncuerpo".utf8)
    let end = bytes.count - "---\ncuerpo".utf8.count
    let source = Source(path: "x.md", bytes: bytes)
    do throws(Report) {
      _ = try YAML.read(source, in: 4..<end)
      Issue.record("must fail")
    } catch { #expect(Self.first(of: error) == "2:10 a second ': ' in the value of 'título'") }
  }
}
