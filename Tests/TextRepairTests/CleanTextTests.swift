import Testing
import TextRepair

@Suite("Clean text")
struct CleanTextTests {
  static let texts: [String] = [
    "", "a", "\n\n", "plain ASCII\r\nwith CRLF\rand CR\n",
    "El niño comió piñas; ¿cuántas? ¡Ñam!\u{A0}—«así»…\n",
    "Decomposed: informacio\u{301}n, man\u{303}ana, pingu\u{308}ino\n",
    "SÃO PAULO, Ã, À table, château, CAFÉ®, É°, Í½, ×²\n",
    "√2 ≈ 1,41 y √3; ∂u/∂t = ∇²u; ¬p ∨ q\n",
    "┌─┬┐  ╔╦╗  ┬┐┬┐\n├─┼┤  ╠╬╣\n└─┴┘  ╚╩╝\n",
    "👩‍💻 🇪🇸 ☸️ 🛠️ ✅ → ← •\n",
    "Привет, мир. Γειά σου. 日本語。\n",
    "line\u{2028}separator\u{2029}and\u{200D}joiner\n",
  ]

  @Test("comes back as the same buffer", arguments: texts)
  func identity(_ text: String) {
    let bytes = Array(text.utf8)
    let repaired = repair(bytes)
    #expect(repaired.bytes == bytes)
    #expect(repaired.isUnchanged)
    #expect(repaired.repairs.isEmpty)
    #expect(repaired.encoding == .utf8(hasMark: false, isDamaged: false))
    bytes.withUnsafeBufferPointer { before in
      repaired.bytes.withUnsafeBufferPointer { #expect($0.baseAddress == before.baseAddress) }
    }
  }

  @Test("with the other texts around it stays clean")
  func together() throws {
    let bytes = Array(Self.texts.joined().utf8) + (try Samples.bytes("post.md"))
    #expect(repair(bytes).isUnchanged)
  }

  @Test("about mojibake keeps its examples in code")
  func examples() {
    let text = """
      # Por qué aparecen símbolos raros

      El carácter é ocupa dos bytes: `Ã©` o <code>√©</code>.

      ```
      antes: configuraciÃ³n, diseÃ±o, Â¿quÃ©?
      ```

          también √≥ con sangría

      """
    #expect(repair(Array(text.utf8)).isUnchanged)
  }

  @Test("loses only its byte order mark")
  func mark() {
    let repaired = repair([0xEF, 0xBB, 0xBF] + Array("año\n".utf8))
    #expect(repaired.bytes == Array("año\n".utf8))
    #expect(repaired.encoding == .utf8(hasMark: true, isDamaged: false))
    #expect(repaired.repairs.isEmpty)
  }
}
