import Diagnostics
import Frontmatter
import Language
import Nodes

/// The whole site before anything is rendered: what there is, where it answers, and all that is wrong with it.
///
/// A pure function of what was read; cheap enough to be done again at each edit.
public struct Assembly: Sendable {
  public private(set) var tree: ContentTree
  /// One for each taxonomy and language that has terms.
  public let indexes: [TermIndex]
  public let routes: RouteTable
  public let settings: ContentSettings
  public let faults: [Fault]

  /// Assembles the site; `files` are static ones, from the root of the output, each with its path from that of the site,
  /// `assets` the addresses of files that are named by their content. The indexes of its terms, which others may be making
  /// meanwhile, are asked for when pages have their places.
  public init(
    _ tree: ContentTree, indexes: @autoclosure () -> [TermIndex]? = nil,
    files: [(url: String, source: String)] = [],
    assets: [String] = [], inventory: [InventoryPage] = [], _ configuration: Configuration,
    settings: ContentSettings
  ) {
    var builder = RouteBuilder(tree: tree, settings: settings)
    builder.addPages()
    builder.addLists()
    let indexes = indexes() ?? TermIndex.all(of: tree, settings: settings)
    builder.addTerms(of: indexes)
    builder.addFiles(files)
    builder.addInventory(inventory)
    builder.addAssets(assets)
    builder.addMachines()
    builder.addAliases()
    for family in configuration.redirects.legacy { builder.addLegacy(family) }
    builder.findFilesOverFolders()
    builder.findLongNames()
    self.tree = tree
    self.indexes = indexes
    self.settings = settings
    routes = builder.table
    faults =
      tree.faults + indexes.flatMap(\.faults) + TermIndex.unknown(in: tree, settings: settings)
      + routes.faults + builder.faults
  }

  /// The same site with other words on some pages; see `ContentTree.saying`.
  func saying(_ entries: [PageID: Entry]) -> Assembly {
    var assembly = self
    assembly.tree = tree.saying(entries)
    return assembly
  }

  /// The list of a section as it is cut into pages.
  public func pagination(ofSection number: Int) -> Pagination {
    RouteBuilder.pagination(ofSection: number, in: tree, settings: settings)
  }

  /// The list of a term as it is cut into pages.
  public func pagination(ofTerm term: Int, in index: Int) -> Pagination {
    RouteBuilder.pagination(of: indexes[index].terms[term], in: indexes[index], settings: settings)
  }
}
