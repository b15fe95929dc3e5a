import Language
import Nodes

extension Options.RawHTML: Readable {}
extension Guides.Mode: Readable {}

/// The `markdown` block of `site.yaml`.
public struct MarkdownSettings: Fielded {
  public let rawHTML: Options.RawHTML
  public let unfenced: Guides.Mode
  public let typographer: Bool

  public init(reading fields: inout Fields) {
    rawHTML = fields.value("raw_html", "What happens to HTML in the text.", default: .allow)
    unfenced = fields.value(
      "unfenced", "What is done about code that stands bare in a file without front matter.", default: .fence)
    typographer = fields.value(
      "typographer", "Whether quotes, dashes and spaces are set as Spanish typography wants them.",
      default: true)
  }

  /// How one file is rendered under these settings.
  public func options(in tongue: Tongue, isMDX: Bool) -> Options {
    var options = Options()
    options.rawHTML = rawHTML
    options.unfenced = unfenced
    options.typographer = typographer
    options.tongue = tongue
    options.isMDX = isMDX
    return options
  }
}
