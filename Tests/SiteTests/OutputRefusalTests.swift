import Disk
import Foundation
import Site
import TestSupport
import Testing

@Suite("An output is refused")
struct OutputRefusalTests {
  /// What is told, in both languages, of a place in `SITE`.
  private func told(_ place: String, _ english: String, _ hint: String, _ spanish: String, _ pista: String)
    -> String
  {
    """
    \(place): error: \(english)
    hint: \(hint)
    \(place): error: \(spanish)
    pista: \(pista)

    """
  }

  private let another = "name a folder of the site's own with --output, such as public"
  private let otra = "indica con --output una carpeta solo para el sitio, como public"

  @Test("where a file stands")
  func file() throws {
    let site = try OutputFolder()
    try site.put("public", "x")
    #expect(
      site.refusal()
        == told(
          "SITE/public", "the site cannot be written here: this is a file, not a folder", another,
          "aquí no se puede escribir el sitio: esto es un archivo, no una carpeta", otra))
    #expect(try site.names() == ["public"])
  }

  @Test("at the root of the machine")
  func root() throws {
    let site = try OutputFolder()
    #expect(
      site.refusal(to: Path("/"))
        == told(
          "/", "the site cannot be written here: this is the root of the machine", another,
          "aquí no se puede escribir el sitio: esto es la raíz de la máquina", otra))
    #expect(try site.names().isEmpty)
  }

  @Test("in a folder that is or holds somebody's home")
  func home() throws {
    let site = try OutputFolder()
    try site.put("home/ana/nota.txt", "x")
    let expected = { (place: String) in
      told(
        place, "the site cannot be written here: this folder is or holds your home", another,
        "aquí no se puede escribir el sitio: esta carpeta es tu carpeta personal o la contiene", otra)
    }
    let home = site.sources.appending("home/ana")
    #expect(site.refusal(to: home, home: home) == expected("SITE/home/ana"))
    #expect(site.refusal(to: site.sources.appending("home"), home: home) == expected("SITE/home"))
    #expect(try site.tree("home") == ["ana/nota.txt": "x"])
  }

  @Test(
    "in a folder that is or holds the sources, however it is written", arguments: ["", "public/..", "enlace"])
  func sources(way: String) throws {
    let site = try OutputFolder()
    try site.put("public/x", "x")
    try site.remove("public/x")
    try File.makeLink(to: ".", at: site.sources.appending("enlace"))
    let output = way.isEmpty ? site.sources : site.sources.appending(way)
    #expect(
      site.refusal(to: output)
        == told(
          way.isEmpty ? "SITE" : "SITE/\(way)",
          "the site cannot be written here: this folder is or holds its sources", another,
          "aquí no se puede escribir el sitio: esta carpeta son sus fuentes o las contiene", otra))
    #expect(site.refusal(to: site.sources.parent).contains("is or holds its sources"))
  }

  @Test("among the sources", arguments: ["content/public", "static", "templates/a/b", ".git", ".sitegen/x"])
  func inside(output: String) throws {
    let site = try OutputFolder()
    for folder in ["content", "static", "templates", ".git", ".sitegen"] {
      try site.put("\(folder)/nota", "x")
    }
    let folder = output.split(separator: "/")[0]
    #expect(
      site.refusal(to: site.sources.appending(output))
        == told(
          "SITE/\(output)",
          "the site cannot be written here: this folder lies in '\(folder)', among its sources", another,
          "aquí no se puede escribir el sitio: esta carpeta está en «\(folder)», entre sus fuentes", otra))
  }

  @Test("in a folder with files that no build wrote, and nothing in it is touched")
  func foreign() throws {
    let site = try OutputFolder()
    try site.put("public/tesis.odt", "años de trabajo")
    try site.put("public/.oculto", "x")
    #expect(
      site.refusal()
        == told(
          "SITE/public", "no build from here wrote this folder, and it is not empty: it holds '.oculto'",
          "empty it yourself if nothing in it is needed, or name another with --output",
          "ninguna compilación de aquí escribió esta carpeta, y no está vacía: contiene «.oculto»",
          "vacíala si no necesitas nada de lo que contiene, o indica otra con --output"))
    #expect(try site.tree() == ["tesis.odt": "años de trabajo", ".oculto": "x"])
  }

  @Test("when what an earlier build wrote is no longer known")
  func damagedRecord() throws {
    let site = try OutputFolder()
    try site.build(["index.html": "x"])
    let folder = site.sources.appending(".sitegen/outputs")
    let record = folder.appending(try File.names(in: folder)[0])
    let bytes = try File.read(record)
    for damage in [Array(bytes.dropLast()), bytes + [UInt8(ascii: "x")], [], Array("otra cosa\n".utf8)] {
      try File.write(damage, to: record)
      #expect(site.refusal().contains("no build from here wrote this folder"))
    }
    try File.write(bytes, to: record)
    #expect(site.refusal() == "not refused")
  }

  @Test("while another build writes to it")
  func busy() throws {
    let site = try OutputFolder()
    try site.build(["index.html": "x"])
    let first = try Staging(site.output, of: site.sources, home: nil)
    #expect(
      site.refusal()
        == told(
          "SITE/public", "another build is writing to this folder", "wait until it is done",
          "otra compilación está escribiendo en esta carpeta", "espera a que termine"))
    try first.abandon()
    #expect(site.refusal() == "not refused")
  }

  @Test("when somebody else's file stands where one of the site's belongs, and nothing is changed")
  func foreignFile() throws {
    let site = try OutputFolder()
    try site.build(["a.html": "a"])
    try site.put("public/CNAME", "suyo")
    try site.put("public/b", "suyo")
    try site.put("public/c/d.txt", "suyo")
    try File.makeLink(to: "a.html", at: site.output.appending("e.html"))
    let file = { (path: String) in
      self.told(
        "SITE/public/\(path)", "a file that no build wrote stands where the site needs one",
        "move it to static/ if it is part of the site, or remove it",
        "hay un archivo que no escribió ninguna compilación donde el sitio necesita otro",
        "muévelo a static/ si es parte del sitio, o bórralo")
    }
    let way = { (path: String, other: String) in
      self.told(
        "SITE/public/\(path)", "this stands in the way of '\(other)', and no build wrote it",
        "move it to static/ if it is part of the site, or remove it",
        "esto impide escribir «\(other)», y no lo escribió ninguna compilación",
        "muévelo a static/ si es parte del sitio, o bórralo")
    }
    let before = try site.tree()
    #expect(site.refusal(of: ["a.html": "A", "CNAME": "mío"]) == file("CNAME"))
    #expect(site.refusal(of: ["a.html": "A", "e.html": "mío"]) == file("e.html"))
    #expect(site.refusal(of: ["a.html": "A", "b/index.html": "mío"]) == way("b", "b/index.html"))
    #expect(site.refusal(of: ["a.html": "A", "c": "mío"]) == way("c/d.txt", "c"))
    #expect(try site.tree() == before)
    #expect(try site.names() == [".sitegen", "public"])
  }

  @Test(
    "for names that lead out of it", arguments: ["", "/etc/passwd", "a/../../b", "a//b", "a/", ".", "a\nb"])
  func names(path: String) throws {
    let site = try OutputFolder()
    let refusal = site.refusal(of: [path: "x"])
    #expect(refusal.contains("error: no file of the site can have this name\n"))
    #expect(refusal.contains("hint: use names without '..', empty parts and control characters\n"))
    #expect(refusal.contains("error: ningún archivo del sitio puede llamarse así\n"))
    #expect(refusal.contains("pista: usa nombres sin «..», partes vacías ni caracteres de control\n"))
    #expect(try site.names() == [".sitegen"])
  }

  @Test("when two parts of the site want one file")
  func twice() throws {
    let site = try OutputFolder()
    let staging = try Staging(site.output, of: site.sources, home: nil)
    try staging.write("a", [1])
    try staging.write("a", [2])
    do {
      _ = try staging.commit()
      Issue.record("not refused")
    } catch {
      #expect(
        error.told.replacingOccurrences(of: site.root.path, with: "SITE")
          == told(
            "SITE/public/a", "two parts of the site were written to this one file",
            "this is a mistake of the program; please report it",
            "dos partes del sitio se escribieron en este mismo archivo",
            "es un error del programa; por favor, avisa"))
    }
    #expect(try site.names() == [".sitegen"])
  }

  @Test("when a file to be copied is missing, a folder or not to be read")
  func originals() throws {
    let site = try OutputFolder()
    try site.put("static/carpeta/x", "x")
    #expect(
      site.refusal(of: ["a": "@static/no.png"])
        == told(
          "static/no.png", "there is no such file", "check the path", "no existe ese archivo",
          "revisa la ruta"))
    #expect(site.refusal(of: ["a": "@static/carpeta"]).contains("static/carpeta: error: a folder stands"))
  }
}
