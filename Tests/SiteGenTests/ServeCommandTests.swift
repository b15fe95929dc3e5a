import Foundation
import HTTP
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite("sitegen serve", .serialized)
struct ServeCommandTests {
  private static let config = "title: Casa\nlanguage: es\n"

  private func site(posts: Int = 3) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(Self.config, to: "site.yaml")
    for number in 0..<posts {
      try folder.write(
        "---\ntitle: Entrada \(number)\ndate: 2026-01-02\n---\n"
          + String(repeating: "Algo *más*.\n\n", count: 40),
        to: "content/blog/\(number).md")
    }
    return folder
  }

  @Test("prints the address, tells what was saved and what is wrong, and ends with Ctrl-C")
  func session() throws {
    let site = try site()
    let serving = try Serving(["--source", site.path, "--lang", "en"])
    let address = try serving.address()
    #expect(try Serving.text(address + "blog/0/").contains("<title>Entrada 0"))
    try site.write("---\ntitle: [Otra\n---\nx\n", to: "content/blog/0.md")
    try serving.waits(for: "content/blog/0.md → /blog/0/ (")
    try serving.waits(for: "ms): 1 error\n")
    #expect(serving.told.contains("content/blog/0.md:2:8: error: this [ is never closed\n"))
    try site.write("---\ntitle: Otra\n---\nx\n", to: "content/blog/0.md")
    try serving.waits(for: "ms): mended\n")
    #expect(try Serving.text(address + "blog/0/").contains("<title>Otra"))
    #expect(try serving.interrupt() == 0)
    #expect(!FileManager.default.fileExists(atPath: "\(site.path)/public"))
  }

  @Test("ends at once, with streams that are open and an update that is at work")
  func endsWhileBusy() throws {
    let site = try site(posts: 600)
    let serving = try Serving(["--source", site.path])
    let address = try serving.address()
    let port = try #require(URL(string: address)?.port)
    let streams = try (0..<20).map { _ in try Serving.stream(at: port) }
    defer { for stream in streams { close(stream) } }
    try site.write("<footer>{{ site.title }}</footer>\n", to: "templates/partials/footer.html")
    // Heard, and not yet done.
    usleep(100_000)
    let start = ContinuousClock.now
    #expect(try serving.interrupt() == 0)
    #expect(start.duration(to: .now) < Self.atOnce)
  }

  @Test("ends at once while the site is read for the first time")
  func endsWhileReading() throws {
    let site = try site(posts: 1_500)
    let serving = try Serving(["--source", site.path])
    // Its second thread listens for Ctrl-C.
    try serving.wait(for: "a second thread") { serving.threads > 1 }
    let start = ContinuousClock.now
    _ = try serving.interrupt()
    #expect(start.duration(to: .now) < Self.atOnce)
  }

  /// On a machine that does nothing else it takes a few hundredths of a second.
  private static let atOnce = Duration.seconds(10)

  @Test("tells who has the port, and warns of an open door")
  func ports() throws {
    let site = try site()
    let serving = try Serving(["--source", site.path, "--host", "0.0.0.0", "--lang", "es"])
    let port = try #require(URL(string: try serving.address())?.port)
    #expect(
      serving.told.hasPrefix(
        """
        sitegen serve: aviso: con --host 0.0.0.0 otras máquinas pueden leer la vista previa, borradores incluidos
        pista: quita --host si nadie más debe mirar

        """))
    let second = try Program.run("serve", "--source", site.path, "--port", "\(port)", "--lang", "en")
    #expect(
      second.errors == """
        sitegen serve: error: port \(port) is taken by 'sitegen' (process \(serving.identity))
        hint: end it, or choose another port: --port \(port + 1), or --port 0 for any that is free
        1 error

        """)
    #expect(second.status == 3)
    let unknown = try Program.run("serve", "--source", site.path, "--host", "no hay tal", "--lang", "en")
    #expect(unknown.errors.hasPrefix("sitegen serve: error: nobody knows the host 'no hay tal'\n"))
  }

  @Test(
    "says when the kernel watches no more folders, at the start or later, and looks itself",
    .enabled(if: Serving.canLimitWatches), arguments: [1, 6])
  func watchLimit(watches: Int) throws {
    let site = try site()
    let serving = try Serving(["--source", site.path, "--lang", "en"], watches: watches)
    let address = try serving.address()
    for number in 0..<8 { try site.write("---\ntitle: N\(number)\n---\nx\n", to: "content/n\(number)/a.md") }
    try serving.waits(
      for: """
        sitegen serve: warning: the kernel watches no more folders: changes are looked for twice a second
        hint: raise the limit: sysctl fs.inotify.max_user_watches=524288

        """)
    for number in 0..<8 {
      try serving.wait(for: "N\(number)") {
        try Serving.text("\(address)n\(number)/a/").contains("N\(number)")
      }
    }
    try site.write("---\ntitle: Otro nombre\n---\nx\n", to: "content/n7/a.md")
    try serving.wait(for: "an edit") { try Serving.text("\(address)n7/a/").contains("Otro nombre") }
    #expect(serving.told.components(separatedBy: "watches no more folders").count == 2)
  }
}
