import Foundation
import TestSupport
import Testing

@Suite("sitegen deploy")
struct DeployCommandTests {
  private let scratch: TemporaryFolder
  private let server: LocalServer
  private var url: String { server.url("public", scheme: "http") }

  init() throws {
    scratch = try TemporaryFolder(inMemory: true)
    let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "DeployTests/here").path
    server = try LocalServer(
      script: "Servers/public.py", arguments: ["\(scratch.path)/srv/current"], besides: script)
    try write(page: "uno")
    try configure("")
  }

  private func write(page: String) throws {
    try scratch.write(
      [
        "index.html": "\(page) /assets/site.11111111.css", "assets/site.11111111.css": "a{}",
        "otra.html": "x",
      ],
      in: "public")
  }

  private func configure(_ more: String) throws {
    try scratch.write(
      """
      base_url: https://blog.example.org/
      deploy:
        verify_seconds: 0
        targets:
          casa: {type: dir, path: srv, url: "\(url)"\(more)}

      """, to: "site.yaml")
  }

  private func deploy(_ arguments: String..., environment: [String: String] = [:]) throws -> Program.Run {
    try Program.run(arguments: ["deploy"] + arguments, environment: environment, in: scratch.url)
  }

  @Test("publishes, and looks whether the public address serves it")
  func publishing() throws {
    let first = try deploy()
    #expect(first.errors == "published to casa\nverified at \(url): 3 addresses\n")
    #expect(first.status == 0)
    #expect(scratch.text("srv/current/index.html") == "uno /assets/site.11111111.css")
    #expect(try deploy().errors == "nothing to publish\n")
    #expect(try deploy("--verify").errors == "verified at \(url): 3 addresses\n")
    try write(page: "dos")
    let late = try deploy("--verify")
    #expect(late.status == 3)
    #expect(
      late.errors == """
        casa: error: \(url) is not what was sent: its content is another
        hint: look whether a cache stands in between, and whether 'url' is the address of this target
        casa: error: the site was sent, but 1 address serves something else
        hint: look at them once more with 'sitegen deploy --verify'
        2 errors

        """)
  }

  @Test("tells the page of a CI run what it did")
  func jobSummary() throws {
    try scratch.write("antes\n", to: "resumen.md")
    let environment = ["GITHUB_STEP_SUMMARY": "\(scratch.path)/resumen.md", "LANG": "es_ES.UTF-8"]
    _ = try deploy("--dry-run", environment: environment)
    let summary = try #require(scratch.text("resumen.md"))
    #expect(
      summary == """
        antes
        ### Despliegue en casa

        | | |
        | :-- | --: |
        | 1 recursos con huella | 1 archivo, 3\u{A0}B |
        | 2 otros recursos | 0 archivos, 0\u{A0}B |
        | 3 páginas | 1 archivo, 1\u{A0}B |
        | 4 puntos de entrada | 1 archivo, 29\u{A0}B |
        | borrados | 0 |
        | conservados | 0 |
        | sin cambios | 0 |

        Solo planeado: no se envió nada.


        """)
    _ = try deploy(environment: environment)
    #expect(try #require(scratch.text("resumen.md")).hasSuffix("\nPublicado.\n\n"))
  }

  @Test("orders caches to forget, with a token that nobody sees")
  func purging() throws {
    try configure(", purge: {url: \"\(url)purge\", token_env: CDN}")
    let unset = try deploy()
    #expect(unset.errors.contains("the variable CDN is not set") && unset.status == 1)
    let refused = try deploy(environment: ["CDN": "equivocado-9"])
    #expect(refused.status == 3 && refused.errors.contains("did not take the order to forget (403)"))
    #expect(!refused.errors.contains("equivocado-9"))
    // All is published, but the caches have still to be told.
    let again = try deploy(environment: ["CDN": "s3cr3to"])
    #expect(again.status == 0 && again.errors.hasPrefix("published to casa\n"))
    #expect(try deploy(environment: ["CDN": "s3cr3to"]).errors == "nothing to publish\n")
  }

  @Test("prints the settings of a web server", arguments: ["nginx", "caddy"])
  func snippet(server: String) throws {
    try scratch.write(["_redirects": "/a/ /b/ 301\n"], in: "public")
    let run = try deploy("--snippet", server)
    #expect(run.status == 0 && run.errors == "")
    #expect(run.output.contains("\(scratch.path)/srv/current") && run.output.contains("/b/"))
  }

  /// Killed at any instant, a reader finds the old site or the new one, and the next deploy finishes.
  @Test("may be killed at any instant")
  func killing() throws {
    let isSlow = ProcessInfo.processInfo.environment["SITEGEN_SLOW_TESTS"] != nil
    try configure(", precompress: true, keep: 2")
    let pages = Dictionary(
      uniqueKeysWithValues: (0..<300).map { ("p/\($0)/index.html", String(repeating: "a", count: 600)) })
    try scratch.write(pages, in: "public")
    _ = try deploy()
    var dice = Dice(seed: Seed.current)
    for round in 0..<(isSlow ? 100 : 8) {
      let name = String("\(100_000_000 + round)".dropFirst())
      try scratch.write(
        [
          "index.html": "ronda /assets/site.\(name).css", "assets/site.\(name).css": "\(round)",
          "p/\(round)/index.html": name,
        ], in: "public")
      let process = Process()
      process.executableURL = URL(filePath: Program.path)
      process.arguments = ["deploy", "--quiet"]
      process.currentDirectoryURL = scratch.url
      process.standardError = FileHandle.nullDevice
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      usleep(UInt32.random(in: 0...(Program.isRelease ? 120_000 : 400_000), using: &dice))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let page = try #require(scratch.text("srv/current/index.html"))
      let asset = try #require(page.split(separator: " ").last)
      #expect(scratch.text("srv/current\(asset)") != nil, "round \(round)")
      if round.isMultiple(of: 4) {
        let run = try deploy("--quiet", "--max-deletes", "1000")
        #expect(run.status == 0, "round \(round): \(run.errors)")
        #expect(try #require(scratch.text("srv/current/index.html")).contains(name), "round \(round)")
      }
    }
  }
}
