/** `ibc.core.client.v1.Height` (ICS-02). */
export type HeightRow = { readonly revision_number: bigint; readonly revision_height: bigint };
