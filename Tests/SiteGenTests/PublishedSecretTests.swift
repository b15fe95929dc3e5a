import Foundation
import TestSupport
import Testing

/// Secrets of the machine that a build must not publish.
@Suite("sitegen build and secrets")
struct PublishedSecretTests {
  private let scratch: TemporaryFolder
  private static let environment = ["DB_PASSWORD": "hunter2-jellyfin", "HOME": "/nonexistent"]

  init() throws {
    scratch = try TemporaryFolder()
    try scratch.write("title: Prueba\n", to: "site.yaml")
    try scratch.write("---\ntitle: Uno\ndate: 2026-01-01\n---\n\nTexto.\n", to: "content/blog/a.md")
    _ = try Program.run("build", environment: Self.environment, in: scratch.url)
  }

  private func build(_ more: String...) throws -> Program.Run {
    try Program.run(
      arguments: ["build", "--quiet"] + more, environment: Self.environment, in: scratch.url)
  }

  private func page() throws -> String {
    String(decoding: try scratch.read("public/blog/a/index.html"), as: UTF8.self)
  }

  @Test("fails with the variable's name and the place, never the value, and leaves the output as it was")
  func text() throws {
    let before = try page()
    try scratch.write(
      "---\ntitle: Uno\ndate: 2026-01-01\n---\n\nLa clave es hunter2-jellyfin.\n", to: "content/blog/a.md")
    for format in ["human", "json", "github"] {
      let run = try build("--format", format, "--verbose")
      #expect(run.status == 1)
      #expect(run.errors.contains("the value of the variable DB_PASSWORD would be published here"))
      #expect(run.errors.contains("public/blog/a/index.html"))
      #expect(run.errors.contains("content/blog/a.md"))
      #expect(!(run.output + run.errors).contains("hunter2"), "\(format)")
    }
    #expect(try page() == before)
  }

  @Test(
    "looks into every kind of output",
    arguments: [
      ("static/nota.txt", "clave: hunter2-jellyfin"),
      ("static/plano.svg", "<svg><!-- hunter2-jellyfin --></svg>"),
      ("static/datos.json", "{\"auth\": \"YmxvZzpodW50ZXIyLWplbGx5ZmluCg==\"}"),
      ("static/foto.bin", "\u{0}\u{1}hunter2-jellyfin"),
      ("site.yaml", "title: Prueba\ndescription: hunter2-jellyfin\n"),
      ("site.yaml", "title: Prueba\nheaders: [{path: /, values: {X-Nota: hunter2-jellyfin}}]\n"),
      ("assets/extra.css", "/* hunter2-jellyfin */"),
    ])
  func outputs(file: String, text: String) throws {
    try scratch.write(text, to: file)
    let run = try build()
    #expect(run.status == 1, "\(run.errors)")
    #expect(
      run.errors.contains("the value of the variable DB_PASSWORD would be published here"), "\(run.errors)")
    #expect(!run.errors.contains("hunter2"))
  }

  @Test("tells the first places of a value that stands everywhere, and how many more there are")
  func everywhere() throws {
    for number in 10...20 {
      try scratch.write("hunter2-jellyfin", to: "static/\(number).txt")
    }
    let run = try build()
    #expect(run.errors.components(separatedBy: "would be published here").count == 6)
    #expect(
      run.errors.contains(
        "public/15.txt: error: the value of the variable DB_PASSWORD stands in 6 more files"))
  }

  @Test("builds when the value is allowed with a reason")
  func allowed() throws {
    try scratch.write("clave: hunter2-jellyfin", to: "static/nota.txt")
    try scratch.write(
      "inventory: {version: 1}\npublish: {allow: [{path: 'env:DB_PASSWORD', reason: the example of the post}]}\n",
      to: "inventory/publish.yaml")
    let run = try build()
    #expect(run == Program.Run(output: "", errors: "", status: 0))
    try scratch.write(
      "inventory: {version: 1}\npublish: {allow: ['env:DB_PASSWORD']}\n", to: "inventory/publish.yaml")
    let bare = try build()
    #expect(bare.status == 1)
    #expect(
      bare.errors.contains(
        "inventory/publish.yaml:2:19: error: 'env:DB_PASSWORD' is allowed without a reason, which counts for nothing"
      ))
  }

  @Test(
    "warns of what looks like a secret in the author's own words, unless the file is allowed with a reason")
  func author() throws {
    let token = "ghp_" + String(repeating: "a1B2", count: 9)
    try scratch.write(
      "---\ntitle: Uno\ndate: 2026-01-01\n---\n\nEn 192.168.1.41 uso `\(token)`.\n", to: "content/blog/a.md")
    try scratch.write("clave: \(token)\n", to: "data/equipo.yaml")
    try scratch.write("title: Prueba\ndescription: \(token)\n", to: "site.yaml")
    let run = try Program.run("build", environment: Self.environment, in: scratch.url)
    #expect(run.status == 0)
    for place in ["content/blog/a.md:6:22", "data/equipo.yaml:1:8", "site.yaml:2:14"] {
      #expect(run.errors.contains("\(place): warning: this looks like an access token"), "\(run.errors)")
    }
    #expect(!run.errors.contains("a1B2") && !run.errors.contains("private network"))
    try scratch.write(
      """
      inventory: {version: 1}
      publish:
        allow:
          - {path: content/blog/a.md, reason: a made-up token}
          - {path: data/equipo.yaml, reason: a made-up token}
          - {path: site.yaml, reason: a made-up token}

      """, to: "inventory/publish.yaml")
    let allowed = try Program.run("build", environment: Self.environment, in: scratch.url)
    #expect(!allowed.errors.contains("warning"), "\(allowed.errors)")
  }
}
