import Diagnostics
import Foundation
import Frontmatter
import Language
import Nodes
import Site

/// Measures how long it takes to assemble a site that was read already: what each edit in the preview costs.
///
///     swift run -c release AssemblyBenchmark [PAGES]
@main
enum AssemblyBenchmark {
  static func main() throws {
    let pages = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 9519
    let source = Source(path: "site.yaml", bytes: [])
    let configuration = try Configuration.decode(YAML.read(source), from: source).value
    let settings = ContentSettings(configuration, zone: try Zone(named: "Europe/Madrid"))
    let entries = (0..<pages).map { entry($0, of: pages, settings) }
    let selection = Selection(now: Instant(seconds: 1_771_585_200))
    var rounds: [[Int]] = [[], [], [], []]
    for _ in 0..<21 {
      let start = clock()
      let tree = ContentTree(of: entries, settings: settings, selection: selection)
      let grown = clock()
      let assembly = Assembly(tree, configuration, settings: settings)
      let assembled = clock()
      let related = Related(tree, assembly.indexes)
      let prepared = clock()
      let found = related.pages(to: pages / 2)
      let done = clock()
      guard !assembly.routes.routes.isEmpty, !found.isEmpty else { return print("nothing was assembled") }
      for (index, time) in [grown - start, assembled - grown, prepared - assembled, done - prepared]
        .enumerated()
      {
        rounds[index].append(time)
      }
    }
    print("\(pages) pages, CPU time, median of 21")
    for (name, times) in zip(["tree", "terms and routes", "related: prepared", "related: one page"], rounds) {
      print("  \(name): \(Double(times.sorted()[10]) * 1e3 / Double(CLOCKS_PER_SEC)) ms")
    }
  }

  /// A post with the shape of a blog's: five tags of 7,700, the first ones on many pages, in folders by year.
  private static func entry(_ number: Int, of count: Int, _ settings: ContentSettings) -> Entry {
    let year = 2010 + number * 16 / count
    let digits = String(100_000 + number)
    let path = "blog/\(year)/entrada-\(digits).md"
    let tags = (0..<5).map { "etiqueta-\(number &* (number &+ 7919 &* $0) % ($0 == 0 ? 50 : 7700))" }
    let text = """
      ---
      title: La entrada \(number) sobre redes, clústeres y tema \(number % 977)
      date: \(year)-0\(1 + number % 9)-1\(number % 10)
      tags: [\(tags.joined(separator: ", "))]
      categories: [Categoría \(number % 12)]
      ---
      """
    let source = Source(path: path, bytes: Array(text.utf8))
    return Entry(
      ContentFile(path: path, languages: settings.languages), Header(of: source).metadata, in: settings.zone)
  }
}
