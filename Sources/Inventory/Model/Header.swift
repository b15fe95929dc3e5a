import Nodes

/// What an inventory says of itself, in the `inventory` block of one of its files.
struct Header: Fielded {
  let version: Located<Int>
  let title: LocalText?
  let languages: [String]
  let include: [Located<String>]
  let defaults: Defaults

  /// The version of the schema that this program knows.
  static let currentVersion = 1

  init(reading fields: inout Fields) {
    version = fields.value("version", "The version of this schema, which is 1.")
    title = fields.optional("title", "The name of the homelab.")
    languages = fields.value("languages", "The languages that texts are written in.", default: [])
    include = fields.value(
      "include", "More files to read, as patterns below this folder such as hosts/**/*.yaml.", default: [])
    defaults = fields.block("defaults", "Fields that all things of a kind have unless they say otherwise.")
  }
}
