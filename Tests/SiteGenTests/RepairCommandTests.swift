import Diagnostics
import Foundation
import Language
import TestSupport
import Testing

@testable import SiteGen

@Suite("sitegen repair")
struct RepairCommandTests {
  private static let clean = """
    Guía de instalación del clúster

    La configuración está en español: año, señal, ¿cuándo?, acción y corazón.
    Según el diseño, también habrá réplicas más allá del nodo único.

    """
  /// The text as it looks after UTF-8 was read as Mac Roman once.
  private static let damaged = Data(
    ["á": "√°", "é": "√©", "í": "√≠", "ó": "√≥", "ú": "√∫", "ñ": "√±", "¿": "¬ø"]
      .reduce(clean) { $0.replacingOccurrences(of: $1.key, with: $1.value) }.utf8)

  @Test("filters standard input to standard output")
  func filter() throws {
    #expect(
      try Program.run("repair", "-", input: Self.damaged) == .init(output: Self.clean, errors: "", status: 0))
    #expect(try Program.run("repair", "-", input: Data(Self.clean.utf8)).output == Self.clean)
  }

  @Test("tells what it would do, and does it only when asked")
  func write() throws {
    let scratch = try TemporaryFolder()
    let file = try scratch.write(bytes: Array(Self.damaged), to: "a.md")
    try FileManager.default.setAttributes([.posixPermissions: 0o604], ofItemAtPath: file)
    let told = try Program.run("repair", "a.md", in: scratch.url)
    #expect(told.output.hasPrefix("a.md: 20 repairs\n  1:3  «√≠» → «í»  (mac_roman, lossless, "), "\(told)")
    #expect(told.status == 0)
    #expect(try scratch.read("a.md") == Self.damaged)
    #expect(try Program.run("repair", "--write", "a.md", in: scratch.url).status == 0)
    #expect(try scratch.read("a.md") == Data(Self.clean.utf8))
    #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o604)
    #expect(try Program.run("repair", "a.md", in: scratch.url).output == "a.md: clean\n")
  }

  @Test("reports every repair as JSON")
  func json() throws {
    struct Document: Decodable {
      struct File: Decodable {
        struct Repair: Decodable {
          let line, column: Int
          let before, after, grade: String
          let chain: [String]
        }
        let path, encoding: String
        let unchanged: Bool
        let repairs: [Repair]
      }
      let files: [File]
    }
    let scratch = try TemporaryFolder()
    try scratch.write(bytes: Array(Self.damaged), to: "a.md")
    let output = try Program.run("repair", "--report", "json", "a.md", in: scratch.url).output
    let file = try #require(JSONDecoder().decode(Document.self, from: Data(output.utf8)).files.first)
    #expect(file.path == "a.md" && file.encoding == "utf-8" && !file.unchanged)
    #expect(file.repairs.count == 20)
    #expect(file.repairs.first?.after == "í" && file.repairs.first?.chain == ["mac_roman"])
    #expect(file.repairs.allSatisfy { $0.grade == "lossless" })
  }

  @Test("mends a tree, copies what is no text, and keeps names and order")
  func tree() throws {
    let scratch = try TemporaryFolder()
    let picture = Data([0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 1, 2, 3, 0xC3, 0x28])
    try scratch.write(bytes: Array(Self.damaged), to: "in/a.md")
    try scratch.write(Self.clean, to: "in/sub/b.md")
    try scratch.write(bytes: Array(picture), to: "in/sub/c.png")
    let run = try Program.run("repair", "--input-dir", "in", "--output-dir", "out", in: scratch.url)
    #expect(
      run
        == .init(output: "", errors: "3 files: 1 mended, 0 renamed, 0 with damage that remains\n", status: 0))
    #expect(try scratch.read("out/a.md") == Data(Self.clean.utf8))
    #expect(try scratch.read("out/sub/b.md") == Data(Self.clean.utf8))
    #expect(try scratch.read("out/sub/c.png") == picture)
  }

  @Test("tells what is lost for good, and where")
  func lost() throws {
    let scratch = try TemporaryFolder()
    try scratch.write("Guía\n\u{FFFD}x clÃºster\n", to: "a.md")
    let told = try Program.run("repair", "--write", "a.md", in: scratch.url)
    #expect(
      told.output.hasPrefix(
        "a.md: 1 repair, 1 unresolved\n  2:1  «\u{FFFD}»  (unresolved)\n  2:6  «Ãº» → «ú»  (cp1252, "),
      "\(told)")
    #expect(
      told.errors == """
        a.md: error: not rewritten: 1 place can't be mended
        hint: mend them by hand, or rewrite the rest with --force
        a.md:2:1: warning: 1 damaged character cannot be restored, the first one here
           2 | \u{FFFD}x clúster
             | ^
        hint: look it up in the original text and type it again
        1 error, 1 warning

        """)
    #expect(told.status == 1)
    let forced = try Program.run("repair", "--write", "--force", "a.md", in: scratch.url)
    #expect(forced.status == 0)
    #expect(try scratch.read("a.md") == Data("Guía\n\u{FFFD}x clúster\n".utf8))
  }

  @Test("mends the names of a tree's files and folders, and keeps modes and hidden files")
  func names() throws {
    let scratch = try TemporaryFolder()
    try scratch.write("uno", to: "in/guÃ\u{AD}as/clÃºster.md")
    try scratch.write("dos", to: "in/.authors.yml")
    try scratch.write("tres", to: "in/.git/config")
    let program = try scratch.write("#!/bin/sh", to: "in/run")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    let run = try Program.run("repair", "--input-dir", "in", "--output-dir", "out", in: scratch.url)
    #expect(
      run
        == .init(output: "", errors: "3 files: 0 mended, 1 renamed, 0 with damage that remains\n", status: 0))
    #expect(try scratch.read("out/guías/clúster.md") == Data("uno".utf8))
    #expect(try scratch.read("out/.authors.yml") == Data("dos".utf8))
    let copy = scratch.url.appending(path: "out/run").path
    #expect(try FileManager.default.attributesOfItem(atPath: copy)[.posixPermissions] as? Int == 0o755)
    #expect(!FileManager.default.fileExists(atPath: scratch.url.appending(path: "out/.git").path))
  }

  @Test("leaves a file where it is whose mended name another one has")
  func collision() throws {
    let scratch = try TemporaryFolder()
    try scratch.write("uno", to: "in/clÃºster.md")
    try scratch.write("dos", to: "in/clúster.md")
    let run = try Program.run(
      "repair", "--input-dir", "in", "--output-dir", "out", "--lang", "es", in: scratch.url)
    #expect(
      run.errors == """
        1 archivo: 0 con arreglos, 0 con otro nombre, 0 con daños que quedan
        in/clÃºster.md: error: no se ha copiado: su nombre arreglado, «clúster.md», es el de «in/clúster.md»
        pista: cambia el nombre de uno de los dos
        1 error

        """)
    #expect(run.status == 1)
    #expect(try scratch.read("out/clúster.md") == Data("dos".utf8))
    #expect(
      TreeFinding.nameTaken("b.md", by: "in/b.md").sentence(in: .english)
        == Sentence("not copied: its mended name 'b.md' belongs to 'in/b.md'", hint: "rename one of the two"))
  }

  @Test("does not mend a tree into itself", arguments: ["in", "in/out/deep", "link/out"])
  func inside(output: String) throws {
    let scratch = try TemporaryFolder()
    try scratch.write("uno", to: "in/a.md")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.url.appending(path: "link").path, withDestinationPath: "in")
    let run = try Program.run("repair", "--input-dir", "in", "--output-dir", output, in: scratch.url)
    #expect(
      run.errors == """
        \(output): error: the output folder lies inside the input folder 'in'
        hint: name a folder outside it; 'sitegen repair --write' mends files in place
        1 error

        """)
    #expect(run.status == 1)
    #expect(
      TreeFinding.outputInsideInput("in").sentence(in: .spanish)
        == Sentence(
          "la carpeta de salida está dentro de la de entrada, «in»",
          hint: "indica una carpeta de fuera; «sitegen repair --write» arregla los archivos en su sitio"))
  }

  @Test("tells why it does not rewrite, in both languages")
  func refusal() {
    #expect(
      RepairRefusal.unresolved(places: 1).sentence(in: .spanish)
        == Sentence(
          "no se ha reescrito: 1 lugar no tiene arreglo",
          hint: "arréglalos a mano, o reescribe lo demás con --force"))
    #expect(
      RepairRefusal.unresolved(places: 2).sentence(in: .english)
        == Sentence(
          "not rewritten: 2 places can't be mended",
          hint: "mend them by hand, or rewrite the rest with --force"))
  }

  @Test(
    "tells what is wrong with a file in one message",
    arguments: [
      ("none.md", "none.md: error: there is no such file\nhint: check the path\n1 error\n", 3),
      (
        "folder.md",
        "folder.md: error: a folder stands where a file is expected\nhint: rename the folder, or name a file inside it\n1 error\n",
        3
      ),
      (
        "binary.md",
        "binary.md: error: this is a binary file, not text\nhint: put files that are published as they are under static/\n1 error\n",
        1
      ),
      (
        "nul.md",
        """
        nul.md:2:4: error: a NUL character stands in the text
           2 | dos␀
             |    ^
        hint: remove it; an interrupted copy leaves such characters
        1 error

        """, 1
      ),
    ]
  )
  func mistakes(name: String, errors: String, status: Int32) throws {
    let scratch = try TemporaryFolder()
    try scratch.write("", to: "folder.md/x")
    try scratch.write(bytes: Array(Data((0..<256).map { UInt8($0 % 32) })), to: "binary.md")
    try scratch.write("uno\ndos\u{0}\n", to: "nul.md")
    let run = try Program.run("repair", name, in: scratch.url)
    #expect(run.errors == errors)
    #expect(run.status == status)
  }

  @Test("refuses a file of two gigabytes without reading it")
  func huge() throws {
    let scratch = try TemporaryFolder()
    let file = try scratch.write("", to: "big.md")
    let handle = try FileHandle(forWritingTo: URL(filePath: file))
    try handle.truncate(atOffset: 2 << 30)
    try handle.close()
    #expect(
      try Program.run("repair", "big.md", in: scratch.url).errors == """
        big.md: error: the file has 2147483648 bytes; at most 268435456 are read
        hint: split it, or put it under static/ to publish it as it is
        1 error

        """
    )
  }

  @Test("refuses an unreadable file", .enabled(if: getuid() != 0, "root reads everything"))
  func unreadable() throws {
    let scratch = try TemporaryFolder()
    let file = try scratch.write("x", to: "secret.md")
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: file)
    let run = try Program.run("repair", "secret.md", in: scratch.url)
    #expect(run.errors == "secret.md: error: can't be read: Permission denied\n1 error\n")
    #expect(run.status == 3)
  }

  @Test(
    "needs a file, or both folders",
    arguments: [
      (["repair"], "'repair' lacks FILE"),
      (["repair", "--input-dir", "x"], "'--input-dir' is of no use without '--output-dir'"),
      (["repair", "--output-dir", "x"], "'--output-dir' is of no use without '--input-dir'"),
      (["repair", "--force", "x"], "'--force' is of no use without '--write'"),
      (
        ["repair", "--input-dir", "x", "--output-dir", "y", "--write"],
        "'--write' and '--input-dir' exclude each other"
      ),
    ]
  )
  func usage(arguments: [String], message: String) throws {
    let run = try Program.run(arguments: arguments)
    #expect(run.errors.hasPrefix("sitegen: error: \(message)\n"))
    #expect(run.status == 2)
  }
}
