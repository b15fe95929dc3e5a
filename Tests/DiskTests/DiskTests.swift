import Diagnostics
import Disk
import Foundation
import Language
import TestSupport
import Testing

extension TemporaryFolder {
  fileprivate var place: Path { Path(path) }

  fileprivate func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: url.appending(path: name).path, withDestinationPath: target)
  }
}

@Suite("A file")
struct FileTests {
  @Test("is read whole, whatever its size", arguments: [0, 1, 65_535, 65_536, 65_537, 1_000_000])
  func whole(size: Int) throws {
    let folder = try TemporaryFolder()
    let text = String(repeating: "ñ", count: size / 2) + String(repeating: "x", count: size % 2)
    try folder.write(text, to: "a")
    #expect(try File.read(folder.place.appending("a")) == Array(text.utf8))
  }

  @Test("that is not there, is a folder, a pipe or too large is refused with its reason")
  func refused() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "x.md/inside")
    try folder.write("12345", to: "big")
    try #require(mkfifo(folder.url.appending(path: "pipe").path, 0o600) == 0)
    func reason(_ name: String) -> DiskFailure.Reason? {
      #expect(throws: DiskFailure.self) { try File.read(folder.place.appending(name), limit: 4) }?.reason
    }
    #expect(reason("none") == .absent)
    #expect(reason("x.md") == .isFolder)
    #expect(reason("pipe") == .isNoFile)
    #expect(reason("big") == .tooLarge(size: 5, limit: 4))
    #expect(reason("nul\0name") != nil)
  }

  @Test("is replaced in one step, keeps its permissions, and leaves nothing behind")
  func replaced() throws {
    let folder = try TemporaryFolder()
    try folder.write("old", to: "a")
    let path = folder.url.appending(path: "a").path
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    try File.write(Array("new".utf8), to: Path(path))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "new")
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o640)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["a"])
  }

  @Test("behind a link is replaced, and the link stays")
  func linked() throws {
    let folder = try TemporaryFolder()
    try folder.write("old", to: "real/a")
    try folder.link("link", to: "real/a")
    try File.write(Array("new".utf8), to: folder.place.appending("link"))
    #expect(try String(contentsOf: folder.url.appending(path: "real/a"), encoding: .utf8) == "new")
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: folder.url.appending(path: "link").path)
        == "real/a")
  }

  @Test("that can't be written says why and leaves the old one")
  func unwritable() throws {
    let folder = try TemporaryFolder()
    let failure = #expect(throws: DiskFailure.self) {
      try File.write([1], to: folder.place.appending("none").appending("a"))
    }
    #expect(failure?.reason == .system(doing: .write, reason: "No such file or directory"))
  }

  @Test("is there as a whole or not at all, and what is not finished leaves nothing")
  func unfinished() throws {
    let folder = try TemporaryFolder()
    let path = folder.url.appending(path: "a").path
    try folder.write("old", to: "a")
    do {
      let file = try NewFile(replacing: Path(path), alone: true)
      try file.append(Array("new".utf8)[...])
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["a"])
    // What a killed process left is no part of the next file.
    try folder.write("left from before", to: ".a.partial")
    let file = try NewFile(replacing: Path(path), alone: true)
    try file.append(Array("..w".utf8)[...])
    try file.write(Array("ne".utf8)[...], at: 0)
    try file.publish(durably: false)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "new")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["a"])
  }

  @Test("folders are made with those above them, and a file in the way is told")
  func folders() throws {
    let folder = try TemporaryFolder()
    let deep = folder.place.appending("a").appending("b").appending("c")
    try File.makeFolders(deep)
    try File.makeFolders(deep)
    try folder.write("x", to: "file")
    #expect(throws: DiskFailure.self) { try File.makeFolders(folder.place.appending("file").appending("x")) }
  }
}

@Suite("A tree")
struct TreeTests {
  @Test("lists files by the bytes of their paths, without hidden ones but those that are well known")
  func listed() throws {
    let folder = try TemporaryFolder()
    for name in [
      "b.md", "a/z.md", "a.md", "á.md", ".git/config", "a/.hidden", "B.md", ".well-known/x", ".well-known/.y",
    ] {
      try folder.write("x", to: name)
    }
    let tree = try Tree(walking: folder.place)
    #expect(tree.files.map(\.path.text) == [".well-known/x", "B.md", "a.md", "a/z.md", "b.md", "á.md"])
    #expect(tree.failures.isEmpty)
  }

  @Test("lists hidden files and any name when everything is wanted, but no hidden folder")
  func everything() throws {
    let folder = try TemporaryFolder()
    for name in [".git/config", "a/.hidden", "b\nc"] { try folder.write("x", to: name) }
    try File.write([1], to: folder.place.appending([UInt8(ascii: "x"), 0xE9]))
    let tree = try Tree(walking: folder.place, taking: .everything)
    #expect(
      tree.files.map(\.path.bytes) == [
        Array("a/.hidden".utf8), Array("b\nc".utf8), [UInt8(ascii: "x"), 0xE9],
      ])
    #expect(tree.failures.isEmpty)
  }

  @Test("knows what lies in a folder, through links and for what is not there yet")
  func inside() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "in/a.md")
    try folder.write("x", to: "inner/a.md")
    try folder.link("link", to: "in")
    let home = folder.place.appending("in")
    for name in ["in", "in/a.md", "in/none/deeper", "link/none", "in/../in/x"] {
      #expect(folder.place.appending(name).lies(in: home), "\(name)")
    }
    for name in ["inner", "out", "in/../out", "."] {
      #expect(!folder.place.appending(name).lies(in: home), "\(name)")
    }
    #expect(Path("/tmp").lies(in: Path("/")))
  }

  @Test("follows links that stay inside and tells those that loop, break or lead out")
  func links() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "real/a.md")
    try folder.link("copy", to: "real")
    try folder.link("real/up", to: "..")
    try folder.link("self", to: "self")
    try folder.link("broken", to: "nowhere")
    try folder.link("out", to: "/etc")
    let tree = try Tree(walking: folder.place)
    #expect(tree.files.map(\.path.text) == ["copy/a.md", "real/a.md"])
    let told = Dictionary(tree.failures.map { ($0.path.text, $0.reason) }) { first, _ in first }
    #expect(told["real/up"] == .linkLoop)
    #expect(told["self"] == .linkLoop)
    #expect(told["broken"] == .system(doing: .read, reason: "No such file or directory"))
    #expect(told["out"] == .linkOut(to: "/etc"))
  }

  @Test("tells names that are not UTF-8 or hold control characters")
  func names() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "a\nb.md")
    try File.write([1], to: folder.place.appending([UInt8(ascii: "x"), 0xE9]))
    let tree = try Tree(walking: folder.place)
    #expect(tree.files.isEmpty)
    #expect(tree.failures.map(\.reason) == [.nameWithControl, .nameNotUTF8])
  }

  @Test("of a folder that is not there is a failure")
  func absent() {
    #expect(throws: DiskFailure(.absent, at: Path("/nonexistent/x"))) {
      try Tree(walking: Path("/nonexistent/x"))
    }
  }
}

@Suite("What the disk refuses")
struct DiskFailureTests {
  @Test(
    "is told word for word",
    arguments: [
      (
        DiskFailure.Reason.absent, "there is no such file", "check the path", "no existe ese archivo",
        "revisa la ruta"
      ),
      (
        .isFolder, "a folder stands where a file is expected", "rename the folder, or name a file inside it",
        "hay una carpeta donde se espera un archivo",
        "cambia el nombre de la carpeta o indica un archivo de dentro"
      ),
      (
        .isNoFile, "this is a device, a pipe or a socket, not a file", "remove it from the site",
        "esto es un dispositivo, una tubería o un socket, no un archivo", "quítalo del sitio"
      ),
      (
        .tooLarge(size: 2_147_483_648, limit: 268_435_456),
        "the file has 2147483648 bytes; at most 268435456 are read",
        "split it, or put it under static/ to publish it as it is",
        "el archivo ocupa 2147483648 bytes; se leen como mucho 268435456",
        "divídelo, o ponlo en static/ para publicarlo tal cual"
      ),
      (
        .linkLoop, "the symbolic link leads back to itself", "remove the link",
        "el enlace simbólico vuelve sobre sí mismo", "quita el enlace"
      ),
      (
        .linkOut(to: "/etc"), "the symbolic link leads out of the folder, to /etc",
        "copy the file into the site",
        "el enlace simbólico sale de la carpeta, a /etc", "copia el archivo dentro del sitio"
      ),
      (
        .nameNotUTF8, "the file's name is not UTF-8", "rename the file", "el nombre del archivo no es UTF-8",
        "cambia el nombre del archivo"
      ),
      (
        .nameWithControl, "the file's name holds a line break or another control character",
        "rename the file",
        "el nombre del archivo contiene un salto de línea u otro carácter de control",
        "cambia el nombre del archivo"
      ),
    ]
  )
  func told(reason: DiskFailure.Reason, english: String, hint: String, spanish: String, pista: String) {
    #expect(reason.sentence(in: .english) == Sentence(english, hint: hint))
    #expect(reason.sentence(in: .spanish) == Sentence(spanish, hint: pista))
  }

  @Test("carries the system's own words")
  func system() {
    let reading = DiskFailure.Reason.system(doing: .read, reason: "Permission denied")
    #expect(reading.sentence(in: .english) == Sentence("can't be read: Permission denied"))
    #expect(reading.sentence(in: .spanish) == Sentence("no se puede leer: Permission denied"))
    let writing = DiskFailure.Reason.system(doing: .write, reason: "No space left on device")
    #expect(writing.sentence(in: .english) == Sentence("can't be written: No space left on device"))
    #expect(writing.sentence(in: .spanish) == Sentence("no se puede escribir: No space left on device"))
  }
}
