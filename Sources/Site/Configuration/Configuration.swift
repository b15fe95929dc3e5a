import Markdown
import Nodes

/// What `site.yaml` says, complete: what it leaves out has its default.
public struct Configuration: Fielded {
  public let title: String
  public let description: String
  public let baseURL: BaseURL
  public let language: LanguageTag
  public let timeZone: Located<ZoneName>
  public let author: Author
  public let menu: [MenuItem]
  public let sections: Table<SectionSettings>
  public let taxonomies: Table<TaxonomySettings>
  public let feeds: FeedSettings
  public let markdown: MarkdownSettings
  public let theme: ThemeSettings
  public let redirects: Redirects
  public let headers: [HeaderRule]
  public let environments: Table<EnvironmentSettings>
  /// The blocks of modules that read their own node.
  public let blocks: Blocks

  public init(reading fields: inout Fields) {
    title = fields.value("title", "The name of the site.", default: "Sin título")
    description = fields.value(
      "description", "One or two sentences for search engines and feeds.", default: "")
    baseURL = fields.value("base_url", "Where the site is published.", default: .local)
    language = fields.value("language", "The language the site is written in.", default: .spanish)
    timeZone = fields.value(
      "time_zone", "The zone of dates that name none.", default: Located(.madrid, range: 0..<0))
    author = fields.block("author", "Who writes.")
    menu = fields.value("menu", "The links at the top of every page.", default: [])
    sections = fields.value("sections", "Settings of the folders under content/, by name.", default: Table())
    taxonomies = fields.value(
      "taxonomies", "The ways posts are grouped, by the front matter key.", default: Table())
    feeds = fields.block("feeds", "What feeds hold.")
    markdown = fields.block("markdown", "How Markdown is read.")
    theme = fields.block("theme", "How the site looks.")
    redirects = fields.value("redirects", "Old addresses that lead to new ones.", default: Redirects())
    headers = fields.value("headers", "HTTP headers of the site's own, by path.", default: [])
    environments = fields.value(
      "environments", "What differs in a named environment, chosen by --env.", default: Table())
    blocks = Blocks(reading: &fields)
  }
}

/// The blocks of `site.yaml` that belong to other modules: each decodes its own node.
public struct Blocks: Sendable {
  public let highlight: Node?
  public let images: Node?
  public let search: Node?
  public let inventory: Node?
  public let deploy: Node?
  public let check: Node?

  init(reading fields: inout Fields) {
    highlight = fields.optional("highlight", "How code is coloured.")
    images = fields.optional("images", "How pictures are prepared.")
    search = fields.optional("search", "What the search index holds.")
    inventory = fields.optional("inventory", "Where the facts about the homelab come from.")
    deploy = fields.optional("deploy", "Where the site is published to.")
    check = fields.optional(
      "check", "How grave the findings of 'sitegen check' are, by their names: error, warning or off.")
  }
}
