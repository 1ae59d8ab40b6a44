import { Category } from './category.ts';
import { Product } from './product.ts';
import { ProductVariant } from './product-variant.ts';
import { Seller } from './seller.ts';
import { StockReservation } from './stock-reservation.ts';
import { StockReservationLine } from './stock-reservation-line.ts';

/** Everything that catalog stores. */
export const entities = [Category, Product, ProductVariant, Seller, StockReservation, StockReservationLine];
