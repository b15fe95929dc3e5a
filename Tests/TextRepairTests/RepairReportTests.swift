import Diagnostics
import Language
import Testing
import TextRepair

@Suite("The account of a repair")
struct RepairReportTests {
  private func told(_ finding: RepairFinding, _ tongue: Tongue) -> [String?] {
    let sentence = finding.sentence(in: tongue)
    return [sentence.message, sentence.hint]
  }

  @Test("names place, codec and grade of each repair")
  func places() {
    let repaired = repair(Array("Mañana Ã© →\nEl niÃ±o y la seÃ±al: Â¿quÃ©?\n".utf8))
    let shown = repaired.repairs.map {
      "\($0.line):\($0.column) \($0.before) \($0.after) \($0.chain) \($0.grade)"
    }
    #expect(
      shown == [
        #"1:8 Ã© é ["cp1252"] lossless"#, #"2:6 Ã± ñ ["cp1252"] lossless"#, #"2:17 Ã± ñ ["cp1252"] lossless"#,
        #"2:23 Â¿ ¿ ["cp1252"] lossless"#, #"2:27 Ã© é ["cp1252"] lossless"#,
      ])
    #expect(repaired.repairs.allSatisfy { $0.confidence > 10 })
  }

  @Test("tells what is lost for good, and leaves it")
  func unresolved() {
    let repaired = repair(Array("Todo bien.\nFalta un car\u{FFFD}cter.\n".utf8))
    #expect(repaired.isUnchanged)
    #expect(repaired.unresolved.map { [$0.line, $0.column] } == [[2, 13]])
    let mistakes = repaired.findings(at: "a.md")
    #expect(mistakes.map(\.finding.code) == ["text-unresolved"])
    #expect(mistakes.first?.place?.line == 2)
    #expect(mistakes.first?.place?.column == 13)
  }

  @Test("sums up a file")
  func summary() throws {
    let codes = try repair(Samples.bytes("damaged/once-mac_roman.txt")).findings(at: "a.md")
    #expect(codes.map(\.finding.code) == ["text-repaired"])
    #expect(codes.first?.finding.severity == .warning)
    let bytes = try repair(Samples.bytes("damaged/bytes-cp437.txt")).findings(at: "a.md")
    #expect(bytes.map(\.finding.code) == ["text-not-utf8", "text-repaired"])
    #expect(repair(Array("limpio: ñ\n".utf8)).findings(at: "a.md").isEmpty)
  }

  @Test("says so in English")
  func english() {
    let rewrite = "'sitegen repair --write FILE' mends the file itself"
    #expect(told(.decoded(.codec(.dos850)), .english) == ["the file is in cp850, not UTF-8", rewrite])
    #expect(
      told(.decoded(.mixed), .english) == ["the lines of the file are in different encodings", rewrite])
    #expect(
      told(.repaired(places: 1, chain: ["cp1252"]), .english) == [
        "1 damaged place repaired (cp1252)", rewrite,
      ])
    #expect(
      told(.repaired(places: 7, chain: ["cp1252", "mac_roman"]), .english)
        == ["7 damaged places repaired (cp1252 + mac_roman)", rewrite])
    #expect(
      told(.restored(places: 1), .english)
        == [
          "1 of them had lost bytes and was restored from the words around",
          "'sitegen repair FILE' lists them",
        ])
    #expect(
      told(.restored(places: 3), .english)
        == [
          "3 of them had lost bytes and were restored from the words around",
          "'sitegen repair FILE' lists them",
        ])
    let remedy = "look it up in the original text and type it again"
    #expect(
      told(.unresolved(places: 1), .english) == [
        "1 damaged character cannot be restored, the first one here", remedy,
      ])
    #expect(
      told(.unresolved(places: 2), .english) == [
        "2 damaged characters cannot be restored, the first one here", remedy,
      ])
  }

  @Test("says so in Spanish")
  func spanish() {
    let rewrite = "«sitegen repair --write ARCHIVO» arregla el propio archivo"
    #expect(
      told(.decoded(.codec(.macRoman)), .spanish) == ["el archivo está en mac_roman, no en UTF-8", rewrite])
    #expect(
      told(.decoded(.mixed), .spanish) == [
        "las líneas del archivo están en distintas codificaciones", rewrite,
      ])
    #expect(
      told(.repaired(places: 1, chain: ["cp850"]), .spanish) == [
        "se ha reparado 1 lugar dañado (cp850)", rewrite,
      ])
    #expect(
      told(.repaired(places: 7, chain: ["cp850"]), .spanish) == [
        "se han reparado 7 lugares dañados (cp850)", rewrite,
      ])
    let list = "«sitegen repair ARCHIVO» los enumera"
    #expect(
      told(.restored(places: 1), .spanish)
        == ["1 de ellos había perdido bytes y se ha deducido de las palabras vecinas", list])
    #expect(
      told(.restored(places: 3), .spanish)
        == ["3 de ellos habían perdido bytes y se han deducido de las palabras vecinas", list])
    let remedy = "búscalo en el texto original y escríbelo de nuevo"
    #expect(
      told(.unresolved(places: 1), .spanish) == [
        "1 carácter dañado no se puede recuperar; está aquí", remedy,
      ])
    #expect(
      told(.unresolved(places: 2), .spanish)
        == ["2 caracteres dañados no se pueden recuperar; el primero está aquí", remedy])
  }
}
