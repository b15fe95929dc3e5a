import Diagnostics
import Highlight
import Language
import Testing

@Suite("A grammar of a site")
struct GrammarMistakeTests {
  @Test("colours its language")
  func added() throws {
    let source = Source(path: "syntaxes/x.syntax", bytes: Array("language x\nstate root\n  a+  k\n".utf8))
    let (grammars, mistakes) = Grammars.builtIn.adding([source])
    #expect(mistakes.isEmpty)
    let highlighter = Highlighter(grammars: grammars)
    var out: [UInt8] = []
    highlighter.highlight(
      Array("aa b".utf8).span, as: try #require(highlighter.language(named: "X")), into: &out)
    #expect(String(decoding: out, as: UTF8.self) == "<span class=\"k\">aa</span> b")
  }

  @Test(
    "says what is wrong, where, and what to do",
    arguments: [
      (
        "state root\n", "", "the grammar has no name|begin with 'language NAME'",
        "la gramática no tiene nombre|empieza con 'language NOMBRE'"
      ),
      (
        "language x\n", "", "the grammar has no state 'root'|reading begins there: add 'state root'",
        "la gramática no tiene el estado 'root'|la lectura empieza ahí: añade 'state root'"
      ),
      (
        "language x\n  a  k\n", "2:3", "an indented line belongs to no state|write 'state NAME' above it",
        "una línea sangrada no pertenece a ningún estado|escribe 'state NOMBRE' encima"
      ),
      (
        "language x\nstat root\n", "2:1", "unknown line 'stat'|did you mean 'state'?",
        "línea sin definir: 'stat'|¿querías decir 'state'?"
      ),
      (
        "language x\nstate root\n  a  kk\n", "3:6", "unknown class 'kk'|did you mean 'k'?",
        "clase sin definir: 'kk'|¿querías decir 'k'?"
      ),
      ("language x\nstate root\n  a\n", "3:4", "a class is missing here|", "aquí falta una clase|"),
      (
        "language x\nstate root\n  a*  k\n", "3:3",
        "the pattern can match nothing at all|let it take at least one character, or write 'else'",
        "el patrón puede no casar con nada|haz que tome al menos un carácter, o escribe 'else'"
      ),
      (
        "language x\nstate root\n  (a  k\n", "3:3", "'(' is not closed|add ')', or write '\\('",
        "'(' no se cierra|añade ')', o escribe '\\('"
      ),
      (
        "language x\nstate root\n  a  k push rot\n", "3:13", "unknown state 'rot'|did you mean 'root'?",
        "estado sin definir: 'rot'|¿querías decir 'root'?"
      ),
      (
        "language x\nstate root\n  a  k puhs root\n", "3:8", "unknown word 'puhs'|did you mean 'push'?",
        "palabra sin definir: 'puhs'|¿querías decir 'push'?"
      ),
      (
        "language x\nstate root\n  include root\n", "3:11",
        "the state 'root' includes itself|remove one 'include'",
        "el estado 'root' se incluye a sí mismo|quita un 'include'"
      ),
      (
        "language x\nstate root\nstate root\n", "3:7",
        "the state 'root' is described twice|rename one, or join their rules",
        "el estado 'root' se describe dos veces|cambia el nombre de uno o junta sus reglas"
      ),
      (
        "language x\nstate root\n  a  k push root until noon\n", "3:24",
        "'until noon' is not known|it is 'line', 'command', 'heredoc', 'dedent' or a text in quotes",
        "no se conoce 'until noon'|puede ser 'line', 'command', 'heredoc', 'dedent' o un texto entre comillas"
      ),
      (
        "language x\nstate root\n  {a}  k\n", "3:3", "no 'let a' stands above|write '\\{' for the character",
        "no hay ningún 'let a' más arriba|escribe '\\{' para el carácter"
      ),
    ])
  func mistake(text: String, place: String, english: String, spanish: String) throws {
    let (_, mistakes) = Grammars.builtIn.adding([Source(path: "syntaxes/x.syntax", bytes: Array(text.utf8))])
    let mistake = try #require(mistakes.first)
    #expect(mistake.path == "syntaxes/x.syntax")
    #expect(mistake.place.map { "\($0.line):\($0.column)" } ?? "" == place)
    let one = mistake.finding.sentence(in: .english)
    #expect("\(one.message)|\(one.hint ?? "")" == english)
    let other = mistake.finding.sentence(in: .spanish)
    #expect("\(other.message)|\(other.hint ?? "")" == spanish)
  }
}
