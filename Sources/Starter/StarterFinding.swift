import Diagnostics

/// What can keep a new site or a new page from being written.
enum StarterFinding: Finding, Equatable {
  /// The folder for the site holds something.
  case notEmpty
  /// There is neither a `site.yaml` nor a `content/`.
  case noSite
  case noTitle
  /// The title has nothing that an address could be made of.
  case noSlug(title: String)
  case exists
  /// Another page of the folder has the address.
  case addressTaken(by: String)
  /// What the archetype makes of the title is no page.
  case noDraft

  var code: String {
    switch self {
    case .notEmpty: "init-not-empty"
    case .noSite: "no-site"
    case .noTitle, .noSlug: "new-title"
    case .exists, .addressTaken: "new-exists"
    case .noDraft: "archetype"
    }
  }

  var severity: Severity { .error }
}
