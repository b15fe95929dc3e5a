import Nodes

/// Settings of one folder under `content/`.
public struct SectionSettings: Fielded {
  /// In which order a list shows its pages.
  public enum Sort: String, CaseIterable, Readable {
    case date, weight, title
  }

  public let title: String?
  public let path: String?
  public let paginate: Int
  public let sort: Sort
  public let feed: Bool
  public let template: String?

  public init(reading fields: inout Fields) {
    title = fields.optional("title", "The section's title; its _index.md wins.")
    path = fields.optional("path", "The address of the section, instead of its folder's name.")
    paginate = fields.value("paginate", "How many pages a list shows at once.", default: 20, in: 1...1000)
    sort = fields.value("sort", "What lists are ordered by.", default: .date)
    feed = fields.value("feed", "Whether the section has feeds.", default: true)
    template = fields.optional("template", "The template of the section's pages.")
  }
}

/// One way of grouping posts: tags, categories, series, authors or any other.
public struct TaxonomySettings: Fielded {
  public let path: String?
  public let title: String?
  public let allowed: [String]
  public let aliases: Table<String>
  public let paginate: Int

  /// What a list holds where nothing is said.
  static let usualListSize = 20

  public init(reading fields: inout Fields) {
    path = fields.optional("path", "The address of the term pages, such as etiquetas.")
    title = fields.optional("title", "The title of the list of terms.")
    allowed = fields.value("allowed", "The only terms there may be; any when empty.", default: [])
    aliases = fields.value("aliases", "Other spellings, each with the preferred one.", default: Table())
    paginate = fields.value(
      "paginate", "How many pages a term's list shows at once.", default: Self.usualListSize, in: 1...1000)
  }
}

/// What feeds hold.
public struct FeedSettings: Fielded {
  public let limit: Int
  public let fullContent: Bool

  public init(reading fields: inout Fields) {
    limit = fields.value("limit", "How many entries a feed holds.", default: 20, in: 1...1000)
    fullContent = fields.value(
      "full_content", "Whether entries of the site and its sections hold whole pages.", default: true)
  }
}
