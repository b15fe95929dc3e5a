import Inventory
import Language

/// A page that the inventory alone makes: nobody writes it.
public enum InventoryPage: Sendable, Hashable {
  /// All of the homelab: clusters, machines, what runs, how it hangs together.
  case overview
  /// One cluster, by its id.
  case cluster(String)
  /// Where what is declared and what was observed differ.
  case drift
}

/// Where the pages of the inventory answer, in one language.
struct InventoryAddresses: Sendable {
  /// `/clusteres/`, `/en/clusters/`.
  let root: String
  private let drift: String

  init(root: String, tongue: Tongue) {
    self.root = root + tongue.pick(en: "clusters/", es: "clusteres/")
    drift = tongue.pick(en: "drift/", es: "deriva/")
  }

  func url(of page: InventoryPage) -> String {
    switch page {
    case .overview: root
    case .cluster(let id): "\(root)\(id)/"
    case .drift: root + drift
    }
  }
}

extension Homelab {
  /// The pages that there are: none where nothing is declared, drift only where something was observed.
  var pages: [InventoryPage] {
    let clusters = declared.clusters.filter { disclosure.shows($0.id) }.map {
      InventoryPage.cluster($0.id.id)
    }
    guard !declared.records.isEmpty else { return [] }
    return [.overview] + clusters + (hasObserved ? [.drift] : [])
  }
}
