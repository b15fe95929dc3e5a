import Diagnostics
import Disk
import Frontmatter
import Language
import Site
import TextRepair

extension Command {
  /// `sitegen explain`: how a file's front matter was understood.
  static let explain = Command(
    name: "explain",
    summary: Words(
      en: "tell how each front matter field of a file was understood",
      es: "cuenta cómo se ha entendido cada campo de los metadatos de un archivo"
    ),
    arguments: [
      Argument(
        label: "FILE",
        summary: Words(
          en: "a content file, or - for standard input",
          es: "un archivo de contenido, o - para la entrada estándar")
      )
    ],
    details: Words(
      en: "Dialect, encoding and repairs, each field with its value, key and line, and what had no effect.",
      es:
        "Dialecto, codificación y arreglos, cada campo con su valor, clave y línea, y lo que no ha tenido efecto."
    ),
    examples: [
      "sitegen explain content/blog/talos.md", "sitegen explain --format json content/blog/talos.md",
    ],
    run: { invocation, console in
      let path = invocation.arguments[0]
      let file: TextFile
      do throws(Mistake) {
        file =
          try path == "-" ? TextFile(readingStandardInputAs: path) : TextFile(reading: Path(path), as: path)
      } catch {
        console.show(Report([error]))
        return error.finding is TextFinding ? .wrong : .outside
      }
      var report = Report(file.repaired.findings(at: path))
      let zone = zone(of: Path(path), report: &report)
      let header = Header(of: file.source, zone: zone)
      report.add(contentsOf: header.report.sorted)
      if let mistake = header.emptiness(in: file.source) { report.add(mistake) }
      let explanation = Explanation(
        of: header, in: file.source, encoding: encoding(of: file.repaired, for: console))
      if console.format == .json {
        console.print(explanation.json())
      } else {
        console.print(explanation.human(tongue: console.tongue))
      }
      console.show(report)
      return report.fails() ? .wrong : .done
    }
  )

  /// The zone of the site that a file belongs to; the default one where there is no site.
  private static func zone(of path: Path, report: inout Report) -> Zone {
    do throws(Report) {
      return try SiteFolder(at: SiteFolder.root(above: path) ?? path.parent).zone
    } catch {
      report.add(contentsOf: error.sorted)
      return .utc
    }
  }

  private static func encoding(of repaired: Repaired, for console: Console) -> Explanation.Encoding {
    let limit = console.isVerbose || console.format == .json ? Int.max : 10
    let all = repaired.repairs
    var repairs = all.prefix(limit).map { RepairAccount.line(for: $0, in: console.tongue) }
    let rest = all.count - repairs.count
    if rest > 0 {
      repairs.append(console.tongue.pick(en: "and \(rest) more: --verbose", es: "y \(rest) más: --verbose"))
    }
    return Explanation.Encoding(name: repaired.encoding.name, repairs: repairs)
  }
}
