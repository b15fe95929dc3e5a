import Foundation
import TestSupport
import Testing

@Suite("sitegen init and sitegen new")
struct InitCommandTests {
  @Test("make a site and a draft, and tell their paths")
  func session() throws {
    let scratch = try TemporaryFolder()
    let made = try Program.run("init", "mi-sitio", "--ci", "none", "--now", "2026-02-10", in: scratch.url)
    #expect(made.status == 0)
    #expect(made.output.hasPrefix("mi-sitio/.gitignore\nmi-sitio/content/_index.md\n"))
    #expect(
      made.errors == "next: edit mi-sitio/site.yaml, and see it with 'sitegen serve --source mi-sitio'\n")
    let site = scratch.url.appending(path: "mi-sitio")
    let drafted = try Program.run("new", "post", "De Ubuntu a Talos", "--now", "2026-02-10", in: site)
    #expect(
      drafted == .init(output: "content/blog/2026-02-10-de-ubuntu-a-talos.md\n", errors: "", status: 0))
    // In Madrid the new day has begun.
    let late = try Program.run(
      "new", "project", "NAS", "--format", "json", "--source", "mi-sitio",
      environment: ["SOURCE_DATE_EPOCH": "1770764400"], in: scratch.url)
    #expect(late == .init(output: "{\"path\":\"content/proyectos/nas/index.md\"}\n", errors: "", status: 0))
    let project = try scratch.read("mi-sitio/content/proyectos/nas/index.md")
    #expect(String(decoding: project, as: UTF8.self).contains("\ndate: 2026-02-11\n"))
  }

  @Test("refuse with a message and an exit code")
  func refusals() throws {
    let scratch = try TemporaryFolder()
    try scratch.write("", to: "lleno/algo")
    #expect(
      try Program.run("init", "lleno", "--lang", "es", in: scratch.url)
        == .init(
          output: "",
          errors: """
            lleno: error: la carpeta no está vacía
            pista: indica una carpeta nueva, o una vacía
            1 error

            """, status: 1))
    #expect(
      try Program.run("init", "/proc/sitegen", in: scratch.url)
        == .init(
          output: "",
          errors: """
            /proc/sitegen: error: can't be written: No such file or directory
            1 error

            """, status: 3))
    #expect(
      try Program.run("init", "lleno/algo", in: scratch.url)
        == .init(
          output: "",
          errors: """
            lleno/algo: error: can't be read: Not a directory
            1 error

            """, status: 3))
    #expect(
      try Program.run("new", "post", "Uno", "--now", "ayer", in: scratch.url)
        == .init(
          output: "",
          errors: """
            sitegen: error: '--now' takes an instant, not 'ayer'
            hint: such as 2026-02-10T08:00:00Z

            """, status: 2))
    #expect(
      try Program.run(
        "new", "post", "Uno", "--lang", "es", environment: ["SOURCE_DATE_EPOCH": "ayer"], in: scratch.url)
        == .init(
          output: "",
          errors: """
            sitegen: error: «SOURCE_DATE_EPOCH» lleva un instante, no «ayer»
            pista: segundos desde 1970

            """, status: 2))
    #expect(try Program.run("new", "post", "Uno", in: scratch.url).status == 1)
  }
}
