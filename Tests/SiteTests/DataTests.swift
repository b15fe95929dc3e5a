import Diagnostics
import Nodes
import TestSupport
import Testing

@testable import Site

@Suite("A table in data/")
struct DataTests {
  private static func read(_ text: String) throws(Report) -> Node {
    try CSVTable.read(Source(path: "data/a.csv", bytes: Array(text.utf8)))
  }

  private static func told(_ text: String) -> String {
    do throws(Report) {
      _ = try read(text)
      return ""
    } catch {
      return error.told
    }
  }

  @Test(
    "is a list of maps by the names in its first line",
    arguments: [
      ("a,b\n1,2\n", "[{\"a\":\"1\",\"b\":\"2\"}]"),
      ("a,b\r\n1,\r\n,2", "[{\"a\":\"1\",\"b\":\"\"},{\"a\":\"\",\"b\":\"2\"}]"),
      ("a;b\n1,5;2\n", "[{\"a\":\"1,5\",\"b\":\"2\"}]"),
      ("a,b\n\"x, y\",\"di \"\"hola\"\"\nadiós\"\n", "[{\"a\":\"x, y\",\"b\":\"di \\\"hola\\\"\\nadiós\"}]"),
      ("a\n\n1\n\n", "[{\"a\":\"1\"}]"),
      ("a,b\n", "[]"),
      ("", "[]"),
      ("año,ñ\nsí,🚀", "[{\"año\":\"sí\",\"ñ\":\"🚀\"}]"),
    ])
  func tables(text: String, expected: String) throws {
    #expect(String(decoding: try Self.read(text).json(isIndented: false), as: UTF8.self) == expected + "\n")
  }

  @Test("tells what is wrong with it, and where")
  func mistakes() {
    #expect(
      Self.told("a,b\n1\n") == """
        data/a.csv:2:1: error: this row has 1 cell, the first one has 2
           2 | 1
             | ^
        hint: a cell that holds a comma stands in double quotes
        data/a.csv:2:1: error: esta fila tiene 1 celda; la primera, 2
           2 | 1
             | ^
        pista: una celda con una coma dentro va entre comillas dobles

        """)
    #expect(
      Self.told("a,b,a\n") == """
        data/a.csv:1:1: error: two columns are called 'a'
           1 | a,b,a
             | ^~~~~
        hint: rename one of the two
        data/a.csv:1:1: error: dos columnas se llaman «a»
           1 | a,b,a
             | ^~~~~
        pista: cambia el nombre de una de las dos

        """)
    #expect(
      Self.told("a,b\n1,\"x\n2,y\n") == """
        data/a.csv:2:3: error: this quote is never closed
           2 | 1,"x
             |   ^
        hint: write " at the end of the cell
        data/a.csv:2:3: error: estas comillas no se cierran nunca
           2 | 1,"x
             |   ^
        pista: escribe " al final de la celda

        """)
    #expect(
      Self.told("a\n\"x\"y\n") == """
        data/a.csv:2:4: error: something follows the closing quote of a cell
           2 | "x"y
             |    ^
        hint: write "" for a quote inside a cell
        data/a.csv:2:4: error: hay algo tras las comillas que cierran una celda
           2 | "x"y
             |    ^
        pista: escribe "" para unas comillas dentro de una celda

        """)
  }

  @Test("is told all that is wrong with it at once")
  func many() {
    let heads = Self.told("a,b\n1\n2,x\n3,y,z\n").split(separator: "\n").filter { $0.contains(" error: ") }
    #expect(
      heads == [
        "data/a.csv:2:1: error: this row has 1 cell, the first one has 2",
        "data/a.csv:4:1: error: this row has 3 cells, the first one has 2",
        "data/a.csv:2:1: error: esta fila tiene 1 celda; la primera, 2",
        "data/a.csv:4:1: error: esta fila tiene 3 celdas; la primera, 2",
      ])
  }
}
