import Nodes

/// How a cache between the target and its visitors is told what has changed.
public struct PurgeSettings: Fielded {
  /// How an order is sent.
  public enum Method: String, CaseIterable, Readable {
    case post, put, get, delete, purge
  }

  public let cloudflareZone: String?
  public let url: String?
  public let method: Method
  public let tokenVariable: String?
  public let header: String
  public let body: String?
  public let everything: String?
  public let batch: Int

  public init(reading fields: inout Fields) {
    cloudflareZone = fields.optional(
      "cloudflare_zone", "The zone at Cloudflare; all else but the token is known then.")
    url = fields.optional(
      "url", "Where orders are sent; {url} in it stands for one address, which makes one order for each.")
    method = fields.value("method", "How orders are sent.", default: .post)
    tokenVariable = fields.optional("token_env", "The variable that holds the token.")
    header = fields.value(
      "header", "The header that carries the token.", default: "Authorization: Bearer {token}")
    body = fields.optional("body", "What is sent, as JSON; {urls} in it stands for a list of addresses.")
    everything = fields.optional("everything", "What is sent to make the cache forget everything.")
    batch = fields.value("batch", "How many addresses one order may name.", default: 30, in: 1...10_000)
  }
}
