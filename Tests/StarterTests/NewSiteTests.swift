import Diagnostics
import Disk
import Foundation
import Language
import TestSupport
import Testing

@testable import Starter

@Suite("A new site")
struct NewSiteTests {
  private static let today = CivilDay(rfc3339: "2026-02-10") ?? .first
  private let folder = FileManager.default.temporaryDirectory.appending(path: "sitegen-\(UUID().uuidString)")

  @Test("has one post, one project, one cluster, and what publishes it")
  func files() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = try NewSite(publishedBy: .github, today: Self.today).write(into: Path(folder.path))
    #expect(
      files == [
        ".github/workflows/site.yml", ".gitignore", "content/_index.md", "content/acerca.md",
        "content/blog/_index.md", "content/blog/hola.md", "content/proyectos/_index.md",
        "content/proyectos/mi-homelab/index.md", "inventory/homelab.yaml", "site.yaml", "static/favicon.svg",
      ])
    for file in files {
      #expect(FileManager.default.fileExists(atPath: folder.appending(path: file).path), "\(file)")
    }
    let post = try String(contentsOf: folder.appending(path: "content/blog/hola.md"), encoding: .utf8)
    #expect(post.contains("\ndate: 2026-02-10\n"))
    #expect(NewSite(publishedBy: .none, today: Self.today).paths.allSatisfy { !$0.hasPrefix(".github") })
    #expect(NewSite(publishedBy: .gitlab, today: Self.today).paths.contains(".gitlab-ci.yml"))
    #expect(NewSite(publishedBy: .forgejo, today: Self.today).paths.contains(".forgejo/workflows/site.yml"))
  }

  @Test("takes an empty folder, one that git has begun in, and no other")
  func notEmpty() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let site = NewSite(publishedBy: .none, today: Self.today)
    try FileManager.default.createDirectory(
      at: folder.appending(path: ".git"), withIntermediateDirectories: true)
    _ = try site.write(into: Path(folder.path))
    try Data("mío".utf8).write(to: folder.appending(path: "site.yaml"))
    let mistake = #expect(throws: Mistake.self) { try site.write(into: Path(folder.path)) }
    #expect(
      Report([mistake].compactMap(\.self)).told.replacingOccurrences(of: folder.path, with: "DIR") == """
        DIR: error: the folder is not empty
        hint: name a new folder, or an empty one
        DIR: error: la carpeta no está vacía
        pista: indica una carpeta nueva, o una vacía

        """)
    #expect(try String(contentsOf: folder.appending(path: "site.yaml"), encoding: .utf8) == "mío")
  }

  @Test("every file that it begins with is compiled in")
  func embedded() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/Starter/Files")
    let tree = try Tree(walking: Path(root.path), taking: .everything)
    #expect(tree.files.map(\.path.text) == StarterFile.all.map(\.name))
    for file in StarterFile.all {
      #expect(try Data(contentsOf: root.appending(path: file.name)) == Data(file.bytes), "\(file.name)")
    }
  }
}
