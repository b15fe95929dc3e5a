import Foundation
import TestSupport
import Testing

@testable import Preview

#if canImport(Glibc)
  import Glibc
#endif

/// Each editor saves in its own way, with the system calls that it really makes: the site is read again once for each save.
@Suite("An editor")
struct EditorTests {
  /// How an editor saves a text to a path.
  struct Editor: Sendable, CustomTestStringConvertible {
    let name: String
    let save: @Sendable (_ text: String, _ path: String) throws -> Void

    var testDescription: String { name }
  }

  static let editors = [
    Editor(name: "that truncates and writes: nano, Visual Studio Code") { try write($0, to: $1, O_TRUNC) },
    Editor(name: "that writes piece by piece") { text, path in
      let file = open(path, O_WRONLY | O_TRUNC)
      for piece in text.split(separator: " ", omittingEmptySubsequences: false) {
        put("\(piece) ", into: file)
        usleep(300)
      }
      fsync(file)
      close(file)
    },
    Editor(name: "vim, which tries the folder and moves the old file aside") { text, path in
      let trial = URL(filePath: path).deletingLastPathComponent().appending(path: "4913").path
      try write("", to: trial, O_CREAT | O_EXCL)
      unlink(trial)
      try rename(path, to: "\(path)~")
      try write(text, to: path, O_CREAT | O_EXCL)
      unlink("\(path)~")
    },
    Editor(name: "vim with a copy as backup and a swap file") { text, path in
      try write("swap", to: beside(path, ".talos.md.swp"), O_CREAT)
      try write("old", to: "\(path)~", O_CREAT)
      try write(text, to: path, O_TRUNC)
      unlink("\(path)~")
      unlink(beside(path, ".talos.md.swp"))
    },
    Editor(name: "Emacs, with a lock that leads nowhere, an auto-save and a backup") { text, path in
      symlink("ana@casa.4711:1771585200", beside(path, ".#talos.md"))
      try write("half", to: beside(path, "#talos.md#"), O_CREAT)
      try rename(path, to: "\(path)~")
      try write(text, to: path, O_CREAT)
      unlink(beside(path, ".#talos.md"))
      unlink(beside(path, "#talos.md#"))
    },
    Editor(name: "JetBrains, with two names for a moment") { text, path in
      try write(text, to: "\(path)___jb_tmp___", O_CREAT)
      try rename(path, to: "\(path)___jb_old___")
      try rename("\(path)___jb_tmp___", to: path)
      unlink("\(path)___jb_old___")
    },
    Editor(name: "of GNOME, by way of a hidden file") { text, path in
      try write(text, to: beside(path, ".goutputstream-K3X1W2"), O_CREAT)
      try rename(beside(path, ".goutputstream-K3X1W2"), to: path)
    },
    Editor(name: "of KDE, by way of a file with an ending of its own") { text, path in
      try write(text, to: "\(path).kJhGfD", O_CREAT)
      try rename("\(path).kJhGfD", to: path)
    },
    Editor(name: "that keeps a hard link as backup") { text, path in
      link(path, "\(path).bak")
      try write(text, to: "\(path).tmp", O_CREAT)
      try rename("\(path).tmp", to: path)
      unlink("\(path).bak")
    },
    Editor(name: "by the name of sed -i") { text, path in
      let word = text.components(separatedBy: "dice ")[1].components(separatedBy: "*")[0]
      try LocalProgram.run("sed", ["-i", "s/dice [^*]*/dice \(word)/", path])
    },
  ]

  @Test("saves once", arguments: editors)
  func saves(with editor: Editor) throws {
    let post = "content/blog/talos.md"
    let shown = try Shown(["site.yaml": "title: Casa\n", post: "---\ntitle: T\n---\n*dice cero*\n"])
    #expect(try shown.text(at: "blog/talos/").contains("dice cero"))
    let path = "\(shown.folder.path)/\(post)"
    for word in ["uno", "dos", "tres"] {
      let (before, start) = (shown.updates, ContinuousClock.now)
      try editor.save("---\ntitle: T\n---\n*dice \(word)*\n", path)
      let took = start.duration(to: .now)
      try shown.waits(for: "dice \(word)", at: "blog/talos/")
      // What an editor leaves would be noticed after the moment for which a file may be away.
      shown.wait(for: "the update") { shown.updates > before }
      usleep(150_000)
      // On a busy machine an editor may be held up for longer than a file may be away.
      if took < Gathering.grace / 2 { #expect(shown.updates == before + 1) }
    }
    #expect(try shown.text(at: "sitemap.xml").components(separatedBy: "<loc>").count == 4)
  }

  private static func beside(_ path: String, _ name: String) -> String {
    URL(filePath: path).deletingLastPathComponent().appending(path: name).path
  }

  private static func write(_ text: String, to path: String, _ flags: Int32) throws {
    let file = open(path, O_WRONLY | flags, 0o644)
    try #require(file >= 0, "\(path): \(String(cString: strerror(errno)))")
    put(text, into: file)
    close(file)
  }

  private static func put(_ text: String, into file: Int32) {
    let bytes = Array(text.utf8)
    _ = Glibc.write(file, bytes, bytes.count)
  }

  private static func rename(_ path: String, to other: String) throws {
    try #require(Glibc.rename(path, other) == 0, "\(path)")
  }
}
