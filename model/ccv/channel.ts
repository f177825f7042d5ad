/** The port of the provider's end of a CCV channel. */
export const PROVIDER_PORT = 'provider';

/** The port of the consumer's end. */
export const CONSUMER_PORT = 'consumer';

/** The version of a CCV channel; the specification calls it `ccv-1`. */
export const CCV_VERSION = '1';
