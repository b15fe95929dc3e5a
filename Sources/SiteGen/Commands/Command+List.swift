import Diagnostics
import Disk
import Language
import Site
import Workers

extension Command {
  /// `sitegen list`: what the site consists of, and what waits.
  static let list = Command(
    name: "list",
    summary: Words(
      en: "list drafts, future or expired posts, pages or tags",
      es: "enumera borradores, entradas futuras o caducadas, páginas o etiquetas"),
    arguments: [
      Argument(
        label: Listing.allCases.map(\.rawValue).joined(separator: "|"),
        summary: Words(en: "what to list", es: "qué se enumera"),
        choices: Listing.allCases.map(\.rawValue))
    ],
    options: [.source, .now],
    details: Words(
      en: "Dates are those of the page, of its appearance (future) or of its end (expired).",
      es: "Las fechas son las de la página, las de su aparición (future) o las de su fin (expired)."
    ),
    examples: ["sitegen list drafts", "sitegen list tags --format json"],
    run: { invocation, console in
      let root = Path(invocation.text(Option.source.name) ?? ".")
      let now = try console.environment.present(for: invocation)
      let folder: SiteFolder
      do throws(Report) {
        folder = try SiteFolder(at: root)
      } catch {
        console.show(error)
        return .wrong
      }
      let overview = try Overview(of: folder, at: now, workers: Workers(count: Workers.processors))
      let listing = Listing(rawValue: invocation.arguments[0]) ?? .pages
      let rows = listing.rows(of: overview)
      var out: [UInt8] = []
      if console.format == .json {
        listing.writeJSON(rows, into: &out)
      } else {
        listing.write(rows, into: &out)
      }
      console.print(out)
      console.show(overview.report)
      return overview.report.fails() ? .wrong : .done
    }
  )
}
