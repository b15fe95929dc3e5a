import Foundation
import Testing

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
    let scratch = try Scratch()
    let file = try scratch.write("a.md", Self.damaged)
    try FileManager.default.setAttributes([.posixPermissions: 0o604], ofItemAtPath: file.path)
    let told = try Program.run("repair", "a.md", in: scratch.folder)
    #expect(told.output.hasPrefix("a.md: 20 repairs\n  1:3  «√≠» → «í»  (mac_roman, lossless, "), "\(told)")
    #expect(told.status == 0)
    #expect(try scratch.read("a.md") == Self.damaged)
    #expect(try Program.run("repair", "--write", "a.md", in: scratch.folder).status == 0)
    #expect(try scratch.read("a.md") == Data(Self.clean.utf8))
    #expect(try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int == 0o604)
    #expect(try Program.run("repair", "a.md", in: scratch.folder).output == "a.md: clean\n")
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
    let scratch = try Scratch()
    try scratch.write("a.md", Self.damaged)
    let output = try Program.run("repair", "--report", "json", "a.md", in: scratch.folder).output
    let file = try #require(JSONDecoder().decode(Document.self, from: Data(output.utf8)).files.first)
    #expect(file.path == "a.md" && file.encoding == "utf-8" && !file.unchanged)
    #expect(file.repairs.count == 20)
    #expect(file.repairs.first?.after == "í" && file.repairs.first?.chain == ["mac_roman"])
    #expect(file.repairs.allSatisfy { $0.grade == "lossless" })
  }

  @Test("mends a tree, copies what is no text, and keeps names and order")
  func tree() throws {
    let scratch = try Scratch()
    let picture = Data([0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 1, 2, 3, 0xC3, 0x28])
    try scratch.write("in/a.md", Self.damaged)
    try scratch.write("in/sub/b.md", Self.clean)
    try scratch.write("in/sub/c.png", picture)
    let run = try Program.run("repair", "--input-dir", "in", "--output-dir", "out", in: scratch.folder)
    #expect(run == .init(output: "", errors: "3 files, 1 mended, 0 with damage that remains\n", status: 0))
    #expect(try scratch.read("out/a.md") == Data(Self.clean.utf8))
    #expect(try scratch.read("out/sub/b.md") == Data(Self.clean.utf8))
    #expect(try scratch.read("out/sub/c.png") == picture)
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
    let scratch = try Scratch()
    try scratch.write("folder.md/x", "")
    try scratch.write("binary.md", Data((0..<256).map { UInt8($0 % 32) }))
    try scratch.write("nul.md", "uno\ndos\u{0}\n")
    let run = try Program.run("repair", name, in: scratch.folder)
    #expect(run.errors == errors)
    #expect(run.status == status)
  }

  @Test("refuses a file of two gigabytes without reading it")
  func huge() throws {
    let scratch = try Scratch()
    let file = try scratch.write("big.md", "")
    let handle = try FileHandle(forWritingTo: file)
    try handle.truncate(atOffset: 2 << 30)
    try handle.close()
    #expect(
      try Program.run("repair", "big.md", in: scratch.folder).errors == """
        big.md: error: the file has 2147483648 bytes; at most 268435456 are read
        hint: split it, or put it under static/ to publish it as it is
        1 error

        """
    )
  }

  @Test("refuses an unreadable file", .enabled(if: getuid() != 0, "root reads everything"))
  func unreadable() throws {
    let scratch = try Scratch()
    let file = try scratch.write("secret.md", "x")
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: file.path)
    let run = try Program.run("repair", "secret.md", in: scratch.folder)
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
    ]
  )
  func usage(arguments: [String], message: String) throws {
    let run = try Program.run(arguments: arguments)
    #expect(run.errors.hasPrefix("sitegen: error: \(message)\n"))
    #expect(run.status == 2)
  }
}
